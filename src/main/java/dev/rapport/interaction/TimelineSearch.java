package dev.rapport.interaction;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Reading;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads timelines, newest first, by keyset. */
@Component
@Reading
public class TimelineSearch {
    private static final OffsetDateTime FIRST = OffsetDateTime.parse("0001-01-01T00:00:00Z");
    private static final OffsetDateTime LAST = OffsetDateTime.parse("9999-12-31T00:00:00Z");
    private final JdbcClient jdbc;
    private final Clock clock;

    TimelineSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Slice<TimelineRow> ofCustomer(long customerId, TimelineFilter filter, int limit, @Nullable Cursor after) {
        List<TimelineRow> rows = jdbc.sql("""
                        SELECT id, customer_id, source, source_id, kind, happened_at, all_day, direction, title, body,
                               outcome, amount, currency, score
                        FROM timeline_entry
                        WHERE customer_id = :customer AND %s AND (happened_at, id) < (:at, :id)
                        ORDER BY happened_at DESC, id DESC LIMIT :limit""".formatted(filter.condition()))
                .param("customer", customerId)
                .param("at", position(after))
                .param("id", after == null ? Long.MAX_VALUE : after.id())
                .param("limit", limit + 1)
                .query(TimelineRow.class)
                .list();
        return Slice.of(rows, limit, row -> new Cursor(row.happenedAt().toString(), row.id()));
    }

    /** The last interactions with anybody who isn't archived; what is yet to happen is left out. */
    public List<LatestInteraction> latest(int limit) {
        return jdbc.sql("""
                        SELECT t.source_id AS id, t.customer_id, c.name AS customer_name, t.kind,
                               t.happened_at AS occurred_at, t.direction, t.title AS subject, left(t.body, 500) AS body
                        FROM timeline_entry t JOIN customer c ON c.id = t.customer_id
                        WHERE t.source = 'interaction' AND t.happened_at <= :now AND c.archived_at IS NULL
                        ORDER BY t.happened_at DESC, t.id DESC LIMIT :limit""")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(LatestInteraction.class)
                .list();
    }

    static OffsetDateTime position(@Nullable Cursor after) {
        if (after == null) {
            return LAST;
        }
        try {
            OffsetDateTime moment = Instant.parse(after.value()).atOffset(ZoneOffset.UTC);
            if (moment.isAfter(LAST) || moment.isBefore(FIRST)) {
                throw new Refused("after", "platform.refused.cursor");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}
