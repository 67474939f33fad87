package dev.rapport.platform;

import dev.rapport.platform.LoggedChange.Action;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records every change with the rows before and after it, in the transaction of the change. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ChangeLog {
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final CurrentActor actor;
    private final Clock clock;

    ChangeLog(JdbcClient jdbc, EntityManager entities, CurrentActor actor, Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.actor = actor;
        this.clock = clock;
    }

    /** Call after the thing was made. Returns the id of the logged change, for its undo. */
    public long created(Tracked thing, long id, @Nullable Long customerId) {
        return insert(new Entry(thing.entity(), id, customerId, Action.CREATED, null, image(thing, id)), false, null);
    }

    /**
     * Something of which there is nothing to take back here, such as an import, which has its own undo.
     *
     * @param content a JSON object of row arrays, like an image: what the history shows
     */
    public long noted(String entity, long id, @Nullable Long customerId, Action action, String content) {
        boolean isOver = action == Action.DELETED || action == Action.UNDONE;
        Entry entry = new Entry(entity, id, customerId, action, isOver ? content : null, isOver ? null : content);
        return insert(entry, false, null);
    }

    /** Call before a change or deletion; then {@link Pending#changed()} or {@link Pending#deleted()} after it. */
    public Pending before(Tracked thing, long id, @Nullable Long customerId) {
        return new Pending(thing, id, customerId, image(thing, id));
    }

    String image(Tracked thing, long id) {
        entities.flush();
        return jdbc.sql(thing.imageSql()).param("id", id).query(String.class).single();
    }

    /** @param gone whether the thing was there before and is not after */
    long insert(Entry entry, boolean gone, @Nullable Long undoes) {
        Actor who = actor.get();
        return jdbc.sql("""
                        INSERT INTO change_log (happened_at, account_id, via, entity, entity_id, customer_id, action, before, after,
                                                undoes, gone, words)
                        SELECT :at, :account, :via, :entity, :id, :customer, :action, i.before, i.after, :undoes, :gone,
                               change_words(i.before, i.after, (SELECT name FROM customer WHERE id = :customer))
                        FROM (SELECT CAST(:before AS jsonb) AS before, CAST(:after AS jsonb) AS after) i
                        RETURNING id""")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", who.accountId(), java.sql.Types.BIGINT)
                .param("via", who.via().name())
                .param("entity", entry.entity())
                .param("id", entry.entityId())
                .param("customer", entry.customerId(), java.sql.Types.BIGINT)
                .param("action", entry.action().name())
                .param("before", entry.before(), java.sql.Types.VARCHAR)
                .param("after", entry.after(), java.sql.Types.VARCHAR)
                .param("undoes", undoes, java.sql.Types.BIGINT)
                .param("gone", gone)
                .query(Long.class)
                .single();
    }

    /** What a row of the log says of the change itself. */
    record Entry(
            String entity,
            long entityId,
            @Nullable Long customerId,
            Action action,
            @Nullable String before,
            @Nullable String after) {}

    /** A change that has begun: its rows as they were. */
    public final class Pending {
        private final Tracked thing;
        private final long id;
        private final @Nullable Long customerId;
        private final String before;

        private Pending(Tracked thing, long id, @Nullable Long customerId, String before) {
            this.thing = thing;
            this.id = id;
            this.customerId = customerId;
            this.before = before;
        }

        public long changed() {
            String after = image(thing, id);
            return insert(new Entry(thing.entity(), id, customerId, Action.CHANGED, before, after), false, null);
        }

        public long deleted() {
            entities.flush();
            return insert(new Entry(thing.entity(), id, customerId, Action.DELETED, before, null), true, null);
        }
    }
}
