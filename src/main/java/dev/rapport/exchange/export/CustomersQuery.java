package dev.rapport.exchange.export;

/** Reads customers with all that stands on their own rows. */
final class CustomersQuery {
    /** Tells the customer of a fact: the key leads back to them, number and name are for people. */
    static final String OF_FACT = """
            coalesce((SELECT k.key FROM customer_key k WHERE k.customer_id = c.id ORDER BY k.key LIMIT 1), :origin || '-c' || c.id)
                AS "customerKey", c.external_id AS "externalId", c.name AS "name" """;

    private static final String ALL_OF_KIND = """
            CASE WHEN (SELECT count(*) FROM contact_point p WHERE p.customer_id = c.id AND p.kind = '%1$s') > 1 THEN
              ARRAY(SELECT value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = '%1$s' ORDER BY position) END
            """;

    private static final String FIRST_OF_KIND = """
            (SELECT value FROM contact_point p WHERE p.customer_id = c.id AND p.kind = '%s' ORDER BY position LIMIT 1)
            """;

    static final String SQL = "SELECT " + OF_FACT + ", c.kind AS \"kind\", "
            + FIRST_OF_KIND.formatted("EMAIL") + " AS \"email\", "
            + FIRST_OF_KIND.formatted("PHONE") + " AS \"phone\", "
            + """
            c.company AS "company", c.role AS "role", c.stage AS "stage", c.source AS "source", c.language AS "language",
            c.country AS "country", c.city AS "city", c.address AS "address", c.website AS "website",
            c.birthday AS "birthday", c.acquired_on AS "acquiredOn", c.tags AS "tags", c.needs AS "needs", c.about AS "about",
            c.archived_at IS NOT NULL AS "archived",
            """
            + ALL_OF_KIND.formatted("EMAIL") + " AS \"emails\", "
            + ALL_OF_KIND.formatted("PHONE") + " AS \"phones\" FROM customer c ORDER BY c.id";

    private CustomersQuery() {}
}
