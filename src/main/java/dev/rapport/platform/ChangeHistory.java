package dev.rapport.platform;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the change log, newest first. */
@Component
@Transactional(readOnly = true)
public class ChangeHistory {
    private static final String SELECT = """
            SELECT c.id, c.happened_at, c.account_id, c.via, c.entity, c.entity_id, c.customer_id, c.action,
                   %s::text AS before, %s::text AS after, c.undoes, c.part_of, c.gone, c.emptied_at, u.id AS undone_by
            FROM change_log c LEFT JOIN change_log u ON u.undoes = c.id
            """;
    private static final String WHOLE = SELECT.formatted("c.before", "c.after");

    /** Of a customer with all facts the list shows the customer: the facts may be thousands. */
    private static final String LISTED = SELECT.formatted(listed("c.before"), listed("c.after"));

    private static final String IN_THE_BIN =
            "WHERE c.gone AND c.emptied_at IS NULL AND u.id IS NULL AND c.happened_at >= :since ";

    /** Whether to find first and sort then; with more matches the walk along the time soon has its rows. */
    private static final int FEW = 10_000;

    private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-12-31T00:00:00Z");
    private final JdbcClient jdbc;

    ChangeHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Slice<LoggedChange> ofCustomer(long customerId, int limit, @Nullable Cursor after) {
        List<LoggedChange> rows = jdbc.sql(
                        LISTED + "WHERE c.customer_id = :customer AND c.id < :before ORDER BY c.id DESC LIMIT :limit")
                .param("customer", customerId)
                .param("before", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", limit + 1)
                .query(LoggedChange.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor(row.happenedAt().toString(), row.id()));
    }

    /** Every entry that the filter lets through; without words to find, a bulk operation is one. */
    public Slice<LoggedChange> find(ChangeFilter filter, int limit, @Nullable Cursor after) {
        Map<String, Object> params = new LinkedHashMap<>();
        String where = String.join(" AND ", conditions(filter, params));
        boolean few = !filter.patterns().isEmpty() && areFew(where, params);
        params.put("at", position(after));
        params.put("id", after == null ? Long.MAX_VALUE : after.id());
        String page = "(c.happened_at, c.id) < (:at, :id) ORDER BY c.happened_at DESC, c.id DESC LIMIT :limit";
        String sql = few
                ? "WITH matching AS MATERIALIZED (SELECT c.id, c.happened_at FROM change_log c WHERE " + where + ") "
                        + LISTED + "WHERE c.id IN (SELECT c.id FROM matching c WHERE " + page
                        + ") ORDER BY c.happened_at DESC, c.id DESC"
                // Appending nothing keeps the planner from gathering and sorting them all by the index of the words.
                : LISTED + "WHERE " + where.replace("c.words LIKE", "c.words || '' LIKE") + " AND " + page;
        List<LoggedChange> rows = jdbc.sql(sql)
                .params(params)
                .param("limit", limit + 1)
                .query(LoggedChange.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor(row.happenedAt().toString(), row.id()));
    }

    /** What was deleted since and hasn't come back. */
    public Slice<LoggedChange> deleted(List<String> entities, Instant since, int limit, @Nullable Cursor after) {
        List<LoggedChange> rows = jdbc.sql(LISTED + IN_THE_BIN
                        + "AND c.id < :id AND (:all OR c.entity = ANY(:entities)) ORDER BY c.id DESC LIMIT :limit")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("all", entities.isEmpty())
                .param("entities", entities.toArray(String[]::new))
                .param("limit", limit + 1)
                .query(LoggedChange.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor("", row.id()));
    }

    /** Those of these entries. */
    public List<LoggedChange> deleted(Collection<Long> ids, Instant since) {
        return jdbc.sql(LISTED + IN_THE_BIN + "AND c.id = ANY(:ids) ORDER BY c.id DESC")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("ids", ids.toArray(Long[]::new))
                .query(LoggedChange.class)
                .list();
    }

    /** @throws NotFound when there is no such entry */
    public LoggedChange get(long id) {
        return jdbc.sql(WHOLE + "WHERE c.id = :id")
                .param("id", id)
                .query(LoggedChange.class)
                .optional()
                .orElseThrow(() -> new NotFound("change", id));
    }

    /** All rows of a thing as they are now, as the log would keep them. */
    public String present(Tracked thing, long id) {
        return jdbc.sql(thing.imageSql()).param("id", id).query(String.class).single();
    }

    /** Locks the row, so that two tabs cannot undo it twice. */
    @Transactional
    LoggedChange forUndo(long id) {
        return jdbc.sql(WHOLE + "WHERE c.id = :id FOR UPDATE OF c")
                .param("id", id)
                .query(LoggedChange.class)
                .optional()
                .orElseThrow(() -> new NotFound("change", id));
    }

    private boolean areFew(String where, Map<String, Object> params) {
        return jdbc.sql("SELECT count(*) FROM (SELECT FROM change_log c WHERE %s LIMIT :few) matching".formatted(where))
                        .params(params)
                        .param("few", FEW)
                        .query(Integer.class)
                        .single()
                < FEW;
    }

    private static List<String> conditions(ChangeFilter filter, Map<String, Object> params) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < filter.patterns().size(); i++) {
            all.add("c.words LIKE :word" + i);
            params.put("word" + i, filter.patterns().get(i));
        }
        if (filter.partOf() != null) {
            all.add("c.part_of = :partOf");
            params.put("partOf", filter.partOf());
        } else if (all.isEmpty()) {
            all.add("c.part_of IS NULL");
        }
        if (filter.entities().size() == 1) {
            all.add("c.entity = :entity");
            params.put("entity", filter.entities().get(0));
        } else if (!filter.entities().isEmpty()) {
            all.add("c.entity = ANY(:entities)");
            params.put("entities", filter.entities().toArray(String[]::new));
        }
        if (filter.accountId() != null) {
            all.add("c.account_id = :account");
            params.put("account", filter.accountId());
        }
        if (filter.via() != null) {
            all.add("c.via = :via");
            params.put("via", filter.via().name());
        }
        if (filter.from() != null) {
            all.add("c.happened_at >= :from");
            params.put("from", filter.from().atOffset(ZoneOffset.UTC));
        }
        if (filter.to() != null) {
            all.add("c.happened_at < :to");
            params.put("to", filter.to().atOffset(ZoneOffset.UTC));
        }
        return all;
    }

    private static OffsetDateTime position(@Nullable Cursor after) {
        if (after == null) {
            return LAST;
        }
        try {
            return Instant.parse(after.value()).atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }

    private static String listed(String image) {
        return """
                CASE WHEN c.entity LIKE '%%-whole' OR c.entity LIKE '%%-merge' THEN jsonb_build_object(
                  'customer', coalesce(%1$s -> 'customer', '[]'), 'contact_point', coalesce(%1$s -> 'contact_point', '[]'))
                ELSE %1$s END""".formatted(image);
    }
}
