package dev.rapport.exchange.export;

/** Reads what winning customers cost, by channel. */
final class SpendingQuery {
    static final String SQL = """
            SELECT channel AS "channel", spent_on AS "spentOn", amount AS "amount", note AS "note"
            FROM acquisition_cost ORDER BY spent_on, id""";

    private SpendingQuery() {}
}
