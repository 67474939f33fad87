package dev.rapport.customer;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Reading;
import dev.rapport.platform.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds customers. */
@Component
@Reading
public class CustomerSearch {
    /** Suggestions are ranked among so many matches; who gets more should type on. */
    private static final int CANDIDATES = 300;

    private static final String COLUMNS = """
            SELECT c.id, c.name, c.company, c.stage, s.purchases, s.revenue, s.last_contact_at, s.last_survey, s.last_score,
              s.next_task_title, s.next_task_on, c.created_at, %s AS place
            """;
    private static final String EVERYBODY = " FROM customer c JOIN customer_summary s ON s.customer_id = c.id WHERE ";

    private final JdbcClient jdbc;
    private final SearchWords words;
    private final SearchSample sample;

    CustomerSearch(JdbcClient jdbc, SearchWords words, SearchSample sample) {
        this.jdbc = jdbc;
        this.words = words;
        this.sample = sample;
    }

    public Slice<CustomerRow> find(
            CustomerFilter filter, CustomerSort sort, boolean descending, int limit, @Nullable Cursor after) {
        List<String> patterns = words.patterns(filter.query());
        CustomerConditions where = CustomerConditions.of(filter, patterns, sample.notWorthLookingUp(patterns));
        String beyond = "TRUE";
        if (after != null) {
            beyond = sort.after(descending);
            where.params().put("place", sort.place(after));
            where.params().put("id", after.id());
        }
        String page = " ORDER BY " + sort.orderBy(descending) + " LIMIT :limit";
        Slice<Placed> rows;
        if (patterns.isEmpty() && filter.tag() == null) {
            rows = read(EVERYBODY + where.sql() + " AND " + beyond + page, where, sort, limit);
        } else {
            rows = walked(filter, patterns, where, sort, beyond, page, limit);
            if (rows == null) {
                rows = read(matching(where, sort, beyond, page), where, sort, limit);
            }
        }
        return rows.map(Placed::customer);
    }

    /** Through the beginning of the list in its order, where that is likely to hold a page of matches; null if it doesn't. */
    private @Nullable Slice<Placed> walked(
            CustomerFilter filter,
            List<String> patterns,
            CustomerConditions where,
            CustomerSort sort,
            String beyond,
            String page,
            int limit) {
        int walk = sample.worthWalking(filter, patterns, limit + 1);
        if (walk == 0) {
            return null;
        }
        String beginning = where.archived() + " AND " + beyond + page.replace(":limit", String.valueOf(walk));
        // Only the page's summaries are joined where the order is the customer's own.
        String from = sort.isOfCustomer()
                ? " FROM (SELECT * FROM (SELECT c.* FROM customer c WHERE " + beginning + ") c WHERE " + where.sql()
                        + page + ") c JOIN customer_summary s ON s.customer_id = c.id" + page
                : " FROM (SELECT c.id" + EVERYBODY + beginning + ") walked JOIN customer c ON c.id = walked.id"
                        + " JOIN customer_summary s ON s.customer_id = c.id WHERE " + where.sql() + page;
        Slice<Placed> rows = read(from, where, sort, limit);
        return rows.next() == null ? null : rows;
    }

    /**
     * All that match are found first and sorted then. The index of the order would pass over everybody before the first of
     * them: all the names from A to Y for the surname 张, seconds of a million. Only the page's summaries are joined where the
     * order is the customer's own.
     */
    private static String matching(CustomerConditions where, CustomerSort sort, String beyond, String page) {
        String matching = "(SELECT c.id, c.name, c.company, c.stage, c.created_at, c.sort_key FROM customer c WHERE "
                + where.sql() + " OFFSET 0) c";
        return sort.isOfCustomer()
                ? " FROM (SELECT * FROM " + matching + " WHERE " + beyond + page
                        + ") c JOIN customer_summary s ON s.customer_id = c.id" + page
                : " FROM " + matching + " JOIN customer_summary s ON s.customer_id = c.id WHERE " + beyond + page;
    }

    private Slice<Placed> read(String from, CustomerConditions where, CustomerSort sort, int limit) {
        List<Placed> rows = jdbc.sql(COLUMNS.formatted(sort.column()) + from)
                .params(where.params())
                .param("limit", limit + 1)
                .query((row, number) -> new Placed(CustomerRow.of(row), sort.read(row)))
                .list();
        return Slice.of(
                rows, limit, row -> new Cursor(row.place(), row.customer().id()));
    }

    /** The likeliest first: whose name begins so, then whom the founder spoke to last. */
    public List<CustomerSuggestion> suggestions(@Nullable String query, int limit) {
        CustomerFilter filter = CustomerFilter.matching(query);
        List<String> patterns = words.patterns(filter.query());
        CustomerConditions where = CustomerConditions.of(filter, patterns, sample.notWorthLookingUp(patterns));
        // Without words the index on the last contact gives the rows; with them the index on the text does.
        String candidates = patterns.isEmpty()
                ? "SELECT c.* FROM customer_summary s JOIN customer c ON c.id = s.customer_id WHERE %s"
                        + " ORDER BY coalesce(s.last_contact_at, '-infinity') DESC, s.customer_id DESC LIMIT :limit"
                : "SELECT c.* FROM customer c WHERE %s LIMIT " + CANDIDATES;
        where.params().put("start", patterns.isEmpty() ? "%" : beginning(patterns.get(0)));
        return jdbc.sql("""
                        WITH matching AS MATERIALIZED (%s)
                        SELECT c.id, c.name, c.company,
                          (SELECT p.value FROM contact_point p WHERE p.customer_id = c.id
                           ORDER BY p.kind, p.position LIMIT 1) AS contact
                        FROM matching c JOIN customer_summary s ON s.customer_id = c.id
                        ORDER BY c.search_text LIKE :start DESC, s.last_contact_at DESC NULLS LAST, c.id DESC
                        LIMIT :limit""".formatted(candidates.formatted(where.sql())))
                .params(where.params())
                .param("limit", limit)
                .query(CustomerSuggestion.class)
                .list();
    }

    private static String beginning(String pattern) {
        return " " + pattern.substring(1).stripLeading();
    }

    private record Placed(CustomerRow customer, String place) {}
}
