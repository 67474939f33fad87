package dev.rapport.platform;

import dev.rapport.platform.LoggedChange.Action;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Logs a change of many things as one entry with its parts, and takes it back, by sets: ten thousand in seconds. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class BulkChanges {
    /** The things at work, with {@code entity_id}; there while the work runs. */
    public static final String TABLE = "bulk_change";

    private final JdbcClient jdbc;
    private final BulkRows rows;
    private final RowImages images;
    private final EntityManager entities;
    private final CurrentActor actor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BulkChanges(
            JdbcClient jdbc,
            BulkRows rows,
            RowImages images,
            EntityManager entities,
            CurrentActor actor,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.images = images;
        this.entities = entities;
        this.actor = actor;
        this.events = events;
        this.clock = clock;
    }

    /** What one of many was, as a sample of how much of it the log keeps. */
    private record Part(String entity, String image) {}

    /** The entry of the whole, and how many things changed by it; what the work left as it was isn't among them. */
    public record Bulk(long changeId, int changed) {}

    /**
     * @param content a JSON object of row arrays, like an image: what the history says of the whole
     * @param things SQL giving {@code entity_id} and {@code customer_id}
     * @param work changes or deletes the things that {@link #TABLE} names
     */
    public Bulk change(
            Tracked thing, Action action, String content, String things, Map<String, ?> params, Runnable work) {
        entities.flush();
        jdbc.sql("CREATE TEMPORARY TABLE bulk_change ON COMMIT DROP AS SELECT m.*, %s AS before FROM (%s) m"
                        .formatted(thing.imageOf("m.entity_id"), things))
                .params(params)
                .update();
        jdbc.sql("ANALYZE bulk_change").update();
        work.run();
        long whole = whole(action, content, null);
        int changed = jdbc.sql("""
                        INSERT INTO change_log (happened_at, account_id, via, entity, entity_id, customer_id, action, before, after,
                                                part_of, gone, words)
                        SELECT w.happened_at, w.account_id, w.via, :entity, m.entity_id, m.customer_id, w.action, m.before,
                               m.after, w.id, w.action = 'DELETED', search_text(m.before -> :root -> 0 ->> 'name', w.words)
                        FROM (SELECT b.*, %s AS after FROM bulk_change b) m JOIN change_log w ON w.id = :whole
                        WHERE m.after IS DISTINCT FROM m.before ORDER BY m.entity_id""".formatted(after(thing, action)))
                .param("entity", thing.entity())
                .param("root", thing.tables().get(0).name())
                .param("whole", whole)
                .update();
        jdbc.sql("DROP TABLE bulk_change").update();
        entities.clear();
        return new Bulk(whole, changed);
    }

    /** Of what is gone there is no image, and to look for each of its rows would take long; what is still there wasn't deleted. */
    private static String after(Tracked thing, Action action) {
        if (action != Action.DELETED) {
            return thing.imageOf("b.entity_id");
        }
        Tracked.Table root = thing.tables().get(0);
        return "CASE WHEN EXISTS (SELECT FROM %s t WHERE %s) THEN b.before END"
                .formatted(root.name(), root.rows().replace(":id", "b.entity_id"));
    }

    /** @param single undoes a part that has changed since, leaving what changed */
    void undo(LoggedChange whole, Function<String, @Nullable Tracked> tracked, LongConsumer single) {
        Part part = jdbc.sql("""
                        SELECT entity, coalesce(before, after) FROM change_log
                        WHERE part_of = :id AND emptied_at IS NULL LIMIT 1""")
                .param("id", whole.id())
                .query((row, number) -> new Part(row.getString(1), row.getString(2)))
                .optional()
                .orElseThrow(() -> new Refused(null, "platform.refused.undone-already"));
        Tracked known = tracked.apply(part.entity());
        if (known == null) {
            throw new Refused(null, "platform.refused.undone-already");
        }
        Tracked thing = known.only(images.columns(part.image()));
        entities.flush();
        jdbc.sql("""
                        CREATE TEMPORARY TABLE bulk_undo ON COMMIT DROP AS
                        SELECT m.id AS change_id, m.entity_id, m.customer_id, m.before, m.after, %s AS present
                        FROM change_log m LEFT JOIN change_log u ON u.undoes = m.id
                        WHERE m.part_of = :id AND u.id IS NULL AND m.emptied_at IS NULL""".formatted(thing.imageOf("m.entity_id")))
                .param("id", whole.id())
                .update();
        jdbc.sql("ANALYZE bulk_undo").update();
        List<Long> touched = jdbc.sql("""
                        DELETE FROM bulk_undo
                        WHERE present IS DISTINCT FROM coalesce(after, CAST(:nothing AS jsonb)) AND NOT same_rows(present, after)
                        RETURNING change_id""")
                .param("nothing", thing.emptyImage())
                .query(Long.class)
                .list();
        try {
            rows.replace(thing);
        } catch (DataIntegrityViolationException e) {
            throw new Refused(null, "platform.refused.cannot-undo");
        }
        entities.clear();
        long undoing = whole(Action.UNDONE, whole.after() == null ? "{}" : whole.after(), whole.id());
        finish(thing, undoing);
        touched.forEach(change -> undoTouched(change, single));
    }

    /** One that can't be taken back is no reason to keep the others. */
    private static void undoTouched(long change, LongConsumer single) {
        try {
            single.accept(change);
        } catch (Refused e) {
            if (e.key().equals("platform.refused.cannot-undo")) {
                throw e;
            }
            // Everything that it touched was changed since, or it is gone: it stays as it is.
        }
    }

    /** What was gone is back as its image says. */
    private void finish(Tracked thing, long undoing) {
        jdbc.sql("""
                        INSERT INTO change_log (happened_at, account_id, via, entity, entity_id, customer_id, action, before, after,
                                                part_of, undoes, gone, words)
                        SELECT w.happened_at, w.account_id, w.via, :entity, m.entity_id, m.customer_id, 'UNDONE', m.present, m.now,
                               w.id, m.change_id, jsonb_array_length(coalesce(m.present -> :root, '[]')) > 0
                                 AND jsonb_array_length(m.now -> :root) = 0,
                               search_text(coalesce(m.before, m.present) -> :root -> 0 ->> 'name', w.words)
                        FROM (SELECT u.*, CASE WHEN jsonb_array_length(u.present -> :root) = 0 THEN u.before ELSE %s END AS now
                              FROM bulk_undo u) m JOIN change_log w ON w.id = :whole
                        ORDER BY m.entity_id""".formatted(thing.imageOf("u.entity_id")))
                .param("entity", thing.entity())
                .param("root", thing.tables().get(0).name())
                .param("whole", undoing)
                .update();
        events.publishEvent(new ManyUndone(thing.entity(), ids("entity_id"), ids("customer_id")));
        jdbc.sql("DROP TABLE bulk_undo").update();
    }

    private List<Long> ids(String column) {
        return jdbc.sql("SELECT DISTINCT %1$s FROM bulk_undo WHERE %1$s IS NOT NULL".formatted(column))
                .query(Long.class)
                .list();
    }

    private long whole(Action action, String content, @Nullable Long undoes) {
        Actor who = actor.get();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        INSERT INTO change_log (happened_at, account_id, via, entity, entity_id, action, after, undoes, words)
                        SELECT :at, :account, :via, 'bulk', 0, :action, c, :undoes, change_words(NULL, c, NULL)
                        FROM CAST(:content AS jsonb) c RETURNING id""")
                .param("at", now)
                .param("account", who.accountId(), java.sql.Types.BIGINT)
                .param("via", who.via().name())
                .param("action", action.name())
                .param("content", content)
                .param("undoes", undoes, java.sql.Types.BIGINT)
                .query(Long.class)
                .single();
    }
}
