package dev.rapport.purchase;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads products and what they brought. */
@Service
@Transactional(readOnly = true)
public class ProductSearch {
    private static final int SUGGESTIONS = 200;

    /** Margin as everywhere: the purchase's own cost, else the product's share, else the business's. */
    private static final String SELECT = """
            SELECT p.id, p.version, p.name, p.kind, p.price, p.cost, p.archived_at,
                   coalesce(s.purchases, 0) AS purchases, coalesce(s.revenue, 0) AS revenue,
                   round(s.revenue - coalesce(s.spent, 0) - coalesce(s.uncosted, 0) * (1 -
                     CASE WHEN p.price > 0 AND p.cost IS NOT NULL THEN (p.price - p.cost) / p.price ELSE :margin / 100 END),
                     4) AS margin
            FROM (%s) p
            LEFT JOIN LATERAL (
              SELECT count(*) FILTER (WHERE amount >= 0) AS purchases, sum(base_amount) AS revenue,
                     sum(cost * rate) AS spent, sum(base_amount) FILTER (WHERE cost IS NULL) AS uncosted
              FROM purchase WHERE product_id = p.id) s ON true
            ORDER BY lower(p.name), p.id""";

    private final JdbcClient jdbc;
    private final BusinessSettings business;

    ProductSearch(JdbcClient jdbc, BusinessSettings business) {
        this.jdbc = jdbc;
        this.business = business;
    }

    public ProductRow details(long id) {
        return jdbc.sql(SELECT.formatted("SELECT * FROM product WHERE id = :id"))
                .param("margin", business.grossMargin())
                .param("id", id)
                .query(ProductRow.class)
                .optional()
                .orElseThrow(() -> new NotFound("product", id));
    }

    /** By name. */
    public Slice<ProductRow> list(boolean archived, int limit, @Nullable Cursor after) {
        return Slice.of(
                jdbc.sql(SELECT.formatted("""
                                SELECT * FROM product
                                WHERE (archived_at IS NOT NULL) = :archived AND (lower(name), id) > (lower(:name), :after)
                                ORDER BY lower(name), id LIMIT :limit"""))
                        .param("margin", business.grossMargin())
                        .param("archived", archived)
                        .param("name", after == null ? "" : after.value())
                        .param("after", after == null ? 0 : after.id())
                        .param("limit", limit + 1)
                        .query(ProductRow.class)
                        .list(),
                limit,
                row -> new Cursor(row.name(), row.id()));
    }

    public boolean hasArchived() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM product WHERE archived_at IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    /** Names to pick from while typing. */
    public List<String> names() {
        return jdbc.sql("SELECT name FROM product WHERE archived_at IS NULL ORDER BY lower(name), id LIMIT :most")
                .param("most", SUGGESTIONS)
                .query(String.class)
                .list();
    }
}
