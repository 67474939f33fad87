package dev.rapport.customer;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Forbidden;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes a person out of everything that is kept of them. Purchases and scores stay, of nobody; nothing undoes it. */
@Service
@Transactional
public class ErasureService {
    private static final int LINE = 500;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final ChangeLog log;
    private final CurrentActor actor;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;
    private final CustomerSummaries summaries;
    private final JsonMapper json;
    private final Clock clock;

    ErasureService(
            JdbcClient jdbc,
            EntityManager entities,
            ChangeLog log,
            CurrentActor actor,
            BusinessSettings business,
            MessageSource messages,
            ApplicationEventPublisher events,
            CustomerSummaries summaries,
            JsonMapper json,
            Clock clock) {
        this.jdbc = jdbc;
        this.entities = entities;
        this.log = log;
        this.actor = actor;
        this.business = business;
        this.messages = messages;
        this.events = events;
        this.summaries = summaries;
        this.json = json;
        this.clock = clock;
    }

    /** @throws Refused when the reason is missing, or they were erased already */
    public void erase(long id, @Nullable String reason) {
        if (!actor.get().owner()) {
            throw new Forbidden("erasure");
        }
        String why = Typed.line(reason);
        if (why == null || why.length() > LINE || !Typed.isStorable(why)) {
            throw new Refused("reason", why == null ? "customer.refused.missing" : "customer.refused.long", LINE);
        }
        entities.flush();
        boolean erased = jdbc.sql("SELECT erased_at IS NOT NULL FROM customer WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new NotFound("customer", id));
        if (erased) {
            throw new Refused(null, "customer.erasure.already");
        }
        Set<String> known = known(id);
        events.publishEvent(new CustomerErased(id, known));
        anonymise(id);
        emptyLog(id);
        record(id, why);
        entities.clear();
        summaries.refreshAll(List.of(id));
        log.noted("erasure", id, id, Action.CREATED, "{\"erasure\": [{\"id\": %d}]}".formatted(id));
    }

    /** What the customer has of each, for the preview: rows by table. */
    @Transactional(readOnly = true)
    public Map<String, Integer> held(long id) {
        return jdbc.sql("""
                        SELECT (SELECT count(*) FROM contact_point WHERE customer_id = :id) AS contact_point,
                               (SELECT count(*) FROM consent WHERE customer_id = :id) AS consent,
                               (SELECT count(*) FROM change_log WHERE customer_id = :id AND emptied_at IS NULL) AS change_log,
                               s.interactions AS interaction, s.purchases AS purchase
                        FROM customer_summary s WHERE s.customer_id = :id""")
                .param("id", id)
                .query((row, n) -> {
                    Map<String, Integer> held = new LinkedHashMap<>();
                    for (String table : List.of("contact_point", "consent", "change_log", "interaction", "purchase")) {
                        held.put(table, row.getInt(table));
                    }
                    return held;
                })
                .optional()
                .orElse(Map.of());
    }

    private Set<String> known(long id) {
        return new LinkedHashSet<>(
                jdbc.sql("""
                        SELECT word FROM (
                          SELECT unnest(ARRAY[name, external_id, company]) AS word FROM customer WHERE id = :id
                          UNION SELECT unnest(ARRAY[value, normalized]) FROM contact_point WHERE customer_id = :id) known
                        WHERE word <> ''""").param("id", id).query(String.class).list());
    }

    /** A source or tag that others have too names nobody and is what figures are grouped by; any other goes. */
    private void anonymise(long id) {
        String name =
                messages.getMessage("customer.erasure.name", new Object[] {Long.toString(id)}, business.language());
        jdbc.sql("DELETE FROM contact_point WHERE customer_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM consent WHERE customer_id = :id").param("id", id).update();
        jdbc.sql("""
                        UPDATE customer c SET version = version + 1, name = :name, sort_key = :sortKey, search_text = search_text(:name),
                          external_id = NULL, company = NULL, role = NULL, language = NULL, country = NULL, city = NULL,
                          address = NULL, website = NULL, birthday = NULL, needs = NULL, about = NULL,
                          source = (SELECT max(o.source) FROM customer o WHERE o.source = c.source AND o.id <> c.id HAVING count(*) > 1),
                          tags = ARRAY(SELECT t FROM unnest(c.tags) t WHERE EXISTS (
                            SELECT FROM customer o WHERE o.tags @> ARRAY[t] AND o.id <> c.id OFFSET 1)),
                          archived_at = coalesce(archived_at, :now), erased_at = :now
                        WHERE id = :id""")
                .param("id", id)
                .param("name", name)
                .param("sortKey", SortKey.of(name))
                .param("now", now())
                .update();
    }

    private void emptyLog(long id) {
        jdbc.sql("""
                        UPDATE change_log SET before = NULL, after = NULL, words = NULL, emptied_at = :now
                        WHERE emptied_at IS NULL AND customer_id IN (
                          WITH RECURSIVE same (id) AS (
                            SELECT CAST(:id AS bigint)
                            UNION SELECT m.gone_id FROM customer_merge m JOIN same s ON m.kept_id = s.id)
                          SELECT id FROM same)""").param("id", id).param("now", now()).update();
        jdbc.sql("""
                        DELETE FROM idempotency_key WHERE location ~ ('/customers/' || :id || '(/|$)')
                          OR position(convert_to('"customerId":' || :id, 'UTF8') IN body) > 0""").param("id", Long.toString(id)).update();
    }

    private void record(long id, String reason) {
        jdbc.sql("""
                        INSERT INTO erasure (customer_id, customer_since, erased_at, account_id, reason, kept)
                        SELECT id, created_at, :now, :account, :reason, CAST(:kept AS jsonb) FROM customer WHERE id = :id""")
                .param("id", id)
                .param("now", now())
                .param("account", actor.get().accountId(), java.sql.Types.BIGINT)
                .param("reason", reason)
                .param("kept", json.writeValueAsString(kept(id)))
                .update();
    }

    private Map<String, Integer> kept(long id) {
        Map<String, Integer> held = held(id);
        return Map.of("purchase", Objects.requireNonNullElse(held.get("purchase"), 0));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
