package dev.rapport.exchange.export;

/** Reads each move of a customer from stage to stage. */
final class StagesQuery {
    static final String SQL = "SELECT " + CustomersQuery.OF_FACT + """
            , s.stage AS "stage", s.changed_on AS "changedOn", s.created_at AS "recordedAt"
            FROM stage_change s JOIN customer c ON c.id = s.customer_id ORDER BY s.customer_id, s.changed_on, s.id""";

    private StagesQuery() {}
}
