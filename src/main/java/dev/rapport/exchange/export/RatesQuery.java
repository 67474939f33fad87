package dev.rapport.exchange.export;

/** Reads exchange rates by day. */
final class RatesQuery {
    static final String SQL = """
            SELECT on_day AS "day", currency AS "currency", rate AS "rate" FROM exchange_rate ORDER BY on_day, currency""";

    private RatesQuery() {}
}
