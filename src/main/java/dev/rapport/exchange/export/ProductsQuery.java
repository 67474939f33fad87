package dev.rapport.exchange.export;

/** Reads products and services with their prices, archived ones included. */
final class ProductsQuery {
    static final String SQL = """
            SELECT p.name AS "name", p.kind AS "kind", p.price AS "price", p.cost AS "cost",
              p.archived_at IS NOT NULL AS "archived", p.created_at AS "recordedAt"
            FROM product p ORDER BY p.id""";

    private ProductsQuery() {}
}
