package dev.rapport.exchange.export;

/** Reads what people agreed to or took back, with the proof: the day, the way and the wording. */
final class ConsentsQuery {
    static final String SQL = "SELECT " + CustomersQuery.OF_FACT + """
            , s.purpose AS "purpose", s.given AS "given", s.happened_on AS "happenedOn", s.how AS "how", s.wording AS "wording",
              s.created_at AS "recordedAt"
            FROM consent s JOIN customer c ON c.id = s.customer_id ORDER BY s.id""";

    private ConsentsQuery() {}
}
