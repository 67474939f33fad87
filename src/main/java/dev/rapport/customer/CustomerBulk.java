package dev.rapport.customer;

import dev.rapport.platform.BulkChanges;
import dev.rapport.platform.BulkChanges.Bulk;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import dev.rapport.platform.Typed;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Changes or deletes many customers at once by sets, under one entry of the log that takes all of it back. */
@Service
@Transactional
public class CustomerBulk {
    private static final int SHOWN = 10;
    private static final int LINE = 500;

    private final BulkChanges changes;
    private final Tracked trackedCustomer;
    private final Tracked trackedWholeCustomer;
    private final SearchWords words;
    private final BusinessSettings business;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    CustomerBulk(
            BulkChanges changes,
            Tracked trackedCustomer,
            Tracked trackedWholeCustomer,
            SearchWords words,
            BusinessSettings business,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.changes = changes;
        this.trackedCustomer = trackedCustomer;
        this.trackedWholeCustomer = trackedWholeCustomer;
        this.words = words;
        this.business = business;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public int count(BulkSelection selection) {
        CustomerConditions where = where(selection);
        return jdbc.sql("SELECT count(*) FROM customer c WHERE " + where.sql())
                .params(where.params())
                .query(Integer.class)
                .single();
    }

    /** @throws Refused at {@code value} when the verb can't take it */
    @Transactional(readOnly = true)
    public BulkPreview preview(BulkSelection selection, BulkVerb verb, @Nullable String value) {
        CustomerConditions where = concerned(selection, verb, checked(verb, value));
        List<BulkPreview.One> first = jdbc.sql(
                        "SELECT c.id, c.name, c.company, c.stage, c.source, c.tags FROM customer c WHERE " + where.sql()
                                + " ORDER BY c.sort_key, c.id LIMIT " + SHOWN)
                .params(where.params())
                .query((row, n) -> new BulkPreview.One(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("company"),
                        LifecycleStage.valueOf(row.getString("stage")),
                        row.getString("source"),
                        Arrays.asList((String[]) row.getArray("tags").getArray())))
                .list();
        int concerned = jdbc.sql("SELECT count(*) FROM customer c WHERE " + where.sql())
                .params(where.params())
                .query(Integer.class)
                .single();
        return new BulkPreview(count(selection), concerned, first);
    }

    /**
     * @param expected how many the founder saw that it would change
     * @throws Refused when it would change others by now; nothing is changed then
     */
    public Bulk apply(BulkSelection selection, BulkVerb verb, @Nullable String value, int expected) {
        String checked = checked(verb, value);
        CustomerConditions where = concerned(selection, verb, checked);
        boolean deletes = verb == BulkVerb.DELETE;
        Bulk done = changes.change(
                deletes ? trackedWholeCustomer : trackedCustomer.only(verb.touches()),
                deletes ? Action.DELETED : Action.CHANGED,
                content(verb, checked, expected),
                "SELECT c.id AS entity_id, c.id AS customer_id FROM customer c WHERE " + where.sql() + " FOR UPDATE",
                where.params(),
                () -> run(verb, checked));
        if (done.changed() != expected) {
            throw new Refused(null, "customer.bulk.changed", expected, done.changed());
        }
        return done;
    }

    private void run(BulkVerb verb, String value) {
        if (verb == BulkVerb.DELETE) {
            jdbc.sql("DELETE FROM customer c USING bulk_change b WHERE c.id = b.entity_id")
                    .update();
            return;
        }
        if (verb == BulkVerb.STAGE) {
            jdbc.sql("""
                            INSERT INTO stage_change (customer_id, stage, changed_on, created_at)
                            SELECT entity_id, :value, :today, :now FROM bulk_change""")
                    .param("value", value)
                    .param("today", business.today())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        jdbc.sql("UPDATE customer c SET version = c.version + 1, %s FROM bulk_change b WHERE c.id = b.entity_id"
                        .formatted(verb.change()))
                .param("value", value)
                .update();
    }

    private String content(BulkVerb verb, String value, int count) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", 1);
        row.put("verb", verb);
        row.put("value", value);
        row.put("count", count);
        return json.writeValueAsString(Map.of("bulk", List.of(row)));
    }

    private CustomerConditions concerned(BulkSelection selection, BulkVerb verb, String value) {
        CustomerConditions where = where(selection);
        where.add(verb.concerned(), "value", value);
        return where;
    }

    private CustomerConditions where(BulkSelection selection) {
        if (selection.ids() == null) {
            return CustomerConditions.of(
                    selection.filter(), words.patterns(selection.filter().query()));
        }
        CustomerConditions where = CustomerConditions.none();
        where.add("c.id = ANY(:ids)", "ids", selection.ids().toArray(Long[]::new));
        return where;
    }

    private static String checked(BulkVerb verb, @Nullable String typed) {
        if (verb == BulkVerb.DELETE) {
            return "";
        }
        String value = Typed.line(typed);
        if (value == null) {
            throw new Refused("value", "customer.refused.missing");
        }
        if (value.length() > LINE) {
            throw new Refused("value", "customer.refused.long", LINE);
        }
        if (!Typed.isStorable(value)) {
            throw new Refused("value", "platform.refused.characters");
        }
        if (verb.isOfTags() && (value.indexOf(',') >= 0 || value.indexOf('\n') >= 0)) {
            throw new Refused("value", "customer.refused.tag");
        }
        if (verb == BulkVerb.STAGE
                && Arrays.stream(LifecycleStage.values())
                        .noneMatch(stage -> stage.name().equals(value))) {
            throw new Refused("value", "customer.refused.stage");
        }
        return value;
    }
}
