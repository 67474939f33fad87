package dev.rapport.exchange.export;

final class InteractionsQuery {
    static final String SQL = """
            SELECT coalesce(i.external_id, :origin || '-i' || i.id) AS "interactionId", %s,
              i.kind AS "kind", i.direction AS "direction", i.occurred_at AS "occurredAt", i.subject AS "subject",
              i.body AS "body", i.purpose AS "purpose", i.outcome AS "outcome"
            FROM interaction i JOIN customer c ON c.id = i.customer_id ORDER BY i.id""".formatted(CustomersQuery.OF_FACT);

    private InteractionsQuery() {}
}
