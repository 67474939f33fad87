package dev.rapport.exchange.export;

final class AnswersQuery {
    static final String SQL = """
            SELECT coalesce(a.external_id, :origin || '-a' || a.id) AS "answerId", %s,
              a.survey AS "survey", a.score AS "score", a.answered_on AS "answeredOn", a.comment AS "comment",
              a.expected AS "expected"
            FROM answer a JOIN customer c ON c.id = a.customer_id ORDER BY a.id""".formatted(CustomersQuery.OF_FACT);

    private AnswersQuery() {}
}
