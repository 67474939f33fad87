package dev.rapport.customer;

import java.sql.Array;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Guesses how many customers a search will find, by the hundred or so texts that PostgreSQL keeps of all as its statistics:
 * to count them would take as long as to find them. A wrong guess makes a search slower, never other.
 */
@Component
class SearchSample {
    private static final long KEPT = Duration.ofMinutes(10).toNanos();
    private static final double COMMON = 0.03;
    private static final int MANY = 20_000;

    private final JdbcClient jdbc;
    private volatile @Nullable Reading last;

    private record Reading(List<String> texts, long customers, long at) {}

    SearchSample(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The words that so many have, beside one that far fewer have, that looking them up too takes longer than to check
     * those few: a tenth of a million have a frequent surname.
     */
    List<String> notWorthLookingUp(List<String> patterns) {
        if (patterns.size() < 2) {
            return List.of();
        }
        double rarest = patterns.stream()
                .mapToDouble(pattern -> share(List.of(pattern)))
                .min()
                .orElse(0);
        return patterns.stream()
                .filter(pattern -> share(List.of(pattern)) > Math.max(COMMON, 3 * rarest))
                .toList();
    }

    /**
     * Through how many customers in the list's order it pays to go before all that match are found and sorted: twice as many
     * as hold a page of matches that are spread evenly. 0 where sorting is done sooner.
     */
    int worthWalking(CustomerFilter filter, List<String> patterns, int page) {
        Reading reading = reading();
        if (reading.customers() < MANY) {
            return 0;
        }
        // Of tags nothing is known: one that everybody has is found at once.
        double share = patterns.isEmpty() ? filter.tag() == null ? 0 : COMMON : share(patterns);
        double rows = 2 * page / share;
        return rows < share * reading.customers() / 4 ? (int) rows : 0;
    }

    private double share(List<String> patterns) {
        List<String> texts = reading().texts();
        List<String> words = patterns.stream().map(SearchSample::word).toList();
        long holding = texts.stream()
                .filter(text -> words.stream().allMatch(text::contains))
                .count();
        return texts.isEmpty() ? 0 : (double) holding / texts.size();
    }

    private static String word(String pattern) {
        return pattern.substring(1, pattern.length() - 1).replaceAll("\\\\(.)", "$1");
    }

    private Reading reading() {
        Reading known = last;
        if (known == null || System.nanoTime() - known.at() > KEPT) {
            known = jdbc.sql("""
                            SELECT s.histogram_bounds::text::text[] AS texts, c.reltuples::bigint AS customers
                            FROM pg_class c LEFT JOIN pg_stats s ON s.schemaname = c.relnamespace::regnamespace::text
                              AND s.tablename = c.relname AND s.attname = 'search_text'
                            WHERE c.oid = 'customer'::regclass""")
                    .query((row, number) -> {
                        Array texts = row.getArray("texts");
                        return new Reading(
                                texts == null ? List.of() : List.of((String[]) texts.getArray()),
                                row.getLong("customers"),
                                System.nanoTime());
                    })
                    .single();
            last = known;
        }
        return known;
    }
}
