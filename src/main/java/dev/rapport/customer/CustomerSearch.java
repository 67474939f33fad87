package dev.rapport.customer;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers. */
@Component
@Transactional(readOnly = true)
public class CustomerSearch {
    /** Suggestions are ranked among so many matches; who gets more should type on. */
    private static final int CANDIDATES = 300;

    private static final int FEW = 50_000;
    private static final String MATCHING = """
            WITH matching AS MATERIALIZED (
              SELECT c.id, c.name, c.company, c.stage, c.created_at, c.sort_key FROM customer c WHERE %s)
            """;

    private final JdbcClient jdbc;
    private final SearchWords words;

    CustomerSearch(JdbcClient jdbc, SearchWords words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    public Slice<CustomerRow> find(
            CustomerFilter filter, CustomerSort sort, boolean descending, int limit, @Nullable Cursor after) {
        CustomerConditions where = CustomerConditions.of(filter, words.patterns(filter.query()));
        boolean few = areFew(filter, where);
        String beyond = "TRUE";
        if (after != null) {
            beyond = sort.after(descending);
            where.params().put("place", sort.place(after));
            where.params().put("id", after.id());
        }
        String page = beyond + " ORDER BY " + sort.orderBy(descending) + " LIMIT :limit";
        DataClassRowMapper<CustomerRow> mapper = new DataClassRowMapper<>(CustomerRow.class);
        List<Placed> rows = jdbc.sql("""
                        %s SELECT c.id, c.name, c.company, c.stage, s.purchases, s.revenue, s.last_contact_at, s.last_survey,
                          s.last_score, s.next_task_title, s.next_task_on, c.created_at, %s AS place
                        FROM %s JOIN customer_summary s ON s.customer_id = c.id WHERE %s""".formatted(
                                few ? MATCHING.formatted(where.sql()) : "",
                                sort.column(),
                                few ? few(sort, page) : "customer c",
                                few ? page : where.sql() + " AND " + page))
                .params(where.params())
                .param("limit", limit + 1)
                .query((row, number) -> new Placed(mapper.mapRow(row, number), sort.read(row)))
                .list();
        return Slice.of(
                        rows,
                        limit,
                        row -> new Cursor(row.place(), row.customer().id()))
                .map(Placed::customer);
    }

    /** Only the page's are joined where the order is the customer's own. */
    private static String few(CustomerSort sort, String page) {
        return sort.isOfCustomer() ? "(SELECT * FROM matching c WHERE " + page + ") c" : "matching c";
    }

    /**
     * Whether to find first and sort then. Walking the index of the order instead passes over everybody before the first match:
     * all the names from A to Y for the surname 张, seconds of a million. With very many matches the walk mostly has its rows
     * soon, and sorting would not.
     */
    private boolean areFew(CustomerFilter filter, CustomerConditions where) {
        if (filter.query() == null && filter.tag() == null) {
            return false;
        }
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM customer c WHERE %s LIMIT :few) matching"
                                .formatted(where.sql()))
                        .params(where.params())
                        .param("few", FEW)
                        .query(Integer.class)
                        .single()
                < FEW;
    }

    /** The likeliest first: whose name begins so, then whom the founder spoke to last. */
    public List<CustomerSuggestion> suggestions(@Nullable String query, int limit) {
        CustomerFilter filter = CustomerFilter.matching(query);
        List<String> patterns = words.patterns(filter.query());
        CustomerConditions where = CustomerConditions.of(filter, patterns);
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
