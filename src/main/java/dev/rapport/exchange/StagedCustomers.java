package dev.rapport.exchange;

import dev.rapport.customer.CustomerBatch;
import dev.rapport.customer.SortKeys;
import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.platform.BusinessSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gathers what the rows of an import say of each customer, and hands it to {@link CustomerBatch}. */
@Component
class StagedCustomers {
    private static final Set<Field> APART = Set.of(
            Field.CUSTOMER_KEY,
            Field.NAME,
            Field.NAME_PREFIX,
            Field.FIRST_NAME,
            Field.MIDDLE_NAME,
            Field.LAST_NAME,
            Field.EMAIL,
            Field.PHONE,
            Field.EMAILS,
            Field.PHONES,
            Field.TAGS);

    /** Each may come alone or as a list of several. */
    private static final Map<Field, Field> CONTACTS = Map.of(Field.EMAIL, Field.EMAILS, Field.PHONE, Field.PHONES);

    /** What a customer is called who came without a name. */
    private static final String SHOWN_NAME = "coalesce(name, company, email, phone, external_id, customer_key)";

    private final JdbcTemplate jdbc;
    private final CustomerBatch batch;
    private final SortKeys sortKeys;
    private final BusinessSettings business;

    StagedCustomers(JdbcTemplate jdbc, CustomerBatch batch, SortKeys sortKeys, BusinessSettings business) {
        this.jdbc = jdbc;
        this.batch = batch;
        this.sortKeys = sortKeys;
        this.business = business;
    }

    /** @param laterWins whether of two rows about a new customer the later says what holds; else it only fills gaps */
    int insertNew(FilePlan plan, long importId, boolean laterWins) {
        if (!exists("staged WHERE is_new")) {
            return 0;
        }
        gather("staged_new", plan, "is_new", laterWins, SHOWN_NAME, true);
        if (plan.kind() == ImportKind.PURCHASES) {
            beginWithTheirFirstPurchase();
        } else if (plan.kind().isFact()) {
            beginWithTheFact(plan.kind());
        }
        int made = batch.insert("staged_new", importId);
        addOtherContacts(plan, "s.is_new");
        return made;
    }

    /** Who is only known from what they bought is a buyer since the day they first did, unless the file says otherwise. */
    private void beginWithTheirFirstPurchase() {
        jdbc.update("""
                UPDATE staged_new n SET stage = coalesce(n.stage, 'PURCHASE'), acquired_on = coalesce(n.acquired_on, f.first_on)
                FROM (SELECT customer_id, min(purchased_on) AS first_on FROM staged WHERE is_new GROUP BY customer_id) f
                WHERE f.customer_id = n.customer_id""");
    }

    /** Who comes with a fact has been known since its day at the latest. */
    private void beginWithTheFact(ImportKind kind) {
        String day =
                switch (kind) {
                    case ANSWERS -> "answered_on";
                    case INTERACTIONS -> "(occurred_at AT TIME ZONE ?)::date";
                    case TASKS -> "due_on";
                    case PURCHASES, CUSTOMERS -> throw new IllegalArgumentException(kind + " begin otherwise");
                };
        var arguments = new ArrayList<Object>();
        if (kind == ImportKind.INTERACTIONS) {
            arguments.add(business.zone().getId());
        }
        arguments.add(business.today());
        arguments.add("AWARENESS");
        jdbc.update("""
                UPDATE staged_new n SET acquired_on = coalesce(n.acquired_on, f.day), stage = coalesce(n.stage, f.stage)
                FROM (SELECT customer_id, least(min(%s), ?) AS day, ? AS stage FROM staged WHERE is_new GROUP BY customer_id) f
                WHERE f.customer_id = n.customer_id""".formatted(day), arguments.toArray());
    }

    /** Customers found by e-mail or phone that have no externalId get the row's. */
    void adopt(FilePlan plan, long importId) {
        if (!plan.has(Field.EXTERNAL_ID) || !plan.has(Field.EMAIL) && !plan.has(Field.PHONE)) {
            return;
        }
        create("staged_known");
        jdbc.update("""
                INSERT INTO staged_known (customer_id, external_id)
                SELECT DISTINCT c.id, s.external_id FROM staged s JOIN customer c ON c.id = s.customer_id
                WHERE s.external_id IS NOT NULL AND c.external_id IS NULL""");
        if (exists("staged_known")) {
            change(importId);
        }
    }

    /** Writes what the rows marked as UPDATED say over their customers. */
    void update(FilePlan plan, long importId) {
        String updated = "customer_id IN (SELECT customer_id FROM staged WHERE action = 'UPDATED' AND NOT is_new)";
        if (!exists("staged WHERE action = 'UPDATED' AND NOT is_new")) {
            return;
        }
        gather("staged_known", plan, updated, true, "name", false);
        change(importId);
        addOtherContacts(plan, "NOT s.is_new");
    }

    private void change(long importId) {
        jdbc.update("""
                INSERT INTO import_image (import_id, entity, record_id, before, after)
                SELECT ?, 'customer', c.id, %s, '{}' FROM customer c WHERE c.id IN (SELECT customer_id FROM staged_known)""".formatted(CustomerBatch.IMAGE), importId);
        batch.update("staged_known", importId);
    }

    /** To be called last: what the import left of the customers that it changed. */
    void completeImages(long importId) {
        jdbc.update("""
                UPDATE import_image i SET after = %s FROM customer c
                WHERE i.import_id = ? AND i.entity = 'customer' AND c.id = i.record_id""".formatted(CustomerBatch.IMAGE), importId);
    }

    private void gather(String table, FilePlan plan, String rows, boolean laterWins, String nameColumn, boolean isNew) {
        create(table);
        String order = laterWins ? "row_no DESC" : "row_no";
        List<Field> plain = plan.fields().stream()
                .filter(it -> it.isOfCustomer() && !APART.contains(it))
                .toList();
        String values = plain.stream()
                .map(it -> ", (array_agg(%1$s ORDER BY %2$s) FILTER (WHERE %1$s IS NOT NULL))[1]"
                        .formatted(it.column(), order))
                .collect(Collectors.joining());
        List<String> contacts = plan.fields().stream()
                .filter(CONTACTS::containsKey)
                .map(Field::column)
                .flatMap(it -> Stream.of(it, it + "_normalized"))
                .toList();
        String firstContacts = contacts.stream()
                .map(it -> ", (array_agg(%1$s ORDER BY row_no) FILTER (WHERE %1$s IS NOT NULL))[1]".formatted(it))
                .collect(Collectors.joining());
        jdbc.update("""
                INSERT INTO %1$s (customer_id, name%2$s)
                SELECT customer_id, (array_agg(%3$s ORDER BY name IS NULL, %4$s))[1]%5$s%6$s
                FROM staged WHERE %7$s GROUP BY customer_id ORDER BY min(row_no)""".formatted(
                        table,
                        Stream.concat(contacts.stream(), plain.stream().map(Field::column))
                                .map(", "::concat)
                                .collect(Collectors.joining()),
                        nameColumn,
                        order,
                        firstContacts,
                        values,
                        rows));
        sortKeys.fill(table);
        if (plan.has(Field.TAGS)) {
            gatherTags(table, isNew);
        }
    }

    private void gatherTags(String table, boolean isNew) {
        jdbc.update(
                """
                UPDATE %1$s n SET tags = %2$s || t.tags
                FROM (SELECT customer_id, array_agg(tag ORDER BY first) AS tags FROM (
                        SELECT s.customer_id, tag, min(ARRAY[s.row_no, place]) AS first
                        FROM staged s CROSS JOIN unnest(s.tags) WITH ORDINALITY AS o (tag, place)
                        WHERE NOT EXISTS (SELECT 1 FROM customer c WHERE c.id = s.customer_id AND tag = ANY(c.tags))
                        GROUP BY s.customer_id, tag) all_tags GROUP BY customer_id) t
                WHERE t.customer_id = n.customer_id""".formatted(table, isNew ? "'{}'" : "(SELECT c.tags FROM customer c WHERE c.id = n.customer_id)"));
    }

    /** A customer may have come with several e-mails and numbers: all are kept, the first is the main one. */
    private void addOtherContacts(FilePlan plan, String rows) {
        create("staged_contact");
        jdbc.execute("ALTER TABLE staged_contact ADD COLUMN place bigint");
        CONTACTS.forEach((one, several) -> {
            if (plan.has(one) || plan.has(several)) {
                stageContacts(one.column(), rows);
            }
        });
        if (exists("staged_contact")) {
            batch.addContacts("staged_contact");
        }
    }

    private void stageContacts(String kind, String rows) {
        jdbc.update("""
                    INSERT INTO staged_contact (customer_id, %1$s, %1$s_normalized, place)
                    SELECT customer_id, value, normalized, row_number() OVER (ORDER BY row_no, place) FROM (
                      SELECT DISTINCT ON (s.customer_id, n.normalized) s.customer_id, n.value, n.normalized, s.row_no, n.place
                      FROM staged s CROSS JOIN LATERAL (
                        SELECT s.%1$s, s.%1$s_normalized, 0
                        UNION ALL SELECT * FROM unnest(s.%1$ss, s.%1$ss_normalized) WITH ORDINALITY) AS n (value, normalized, place)
                      WHERE %2$s AND n.normalized IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM contact_point p
                        WHERE p.customer_id = s.customer_id AND p.kind = upper('%1$s') AND p.normalized = n.normalized)
                      ORDER BY s.customer_id, n.normalized, s.row_no, n.place) others""".formatted(kind, rows));
    }

    private boolean exists(String rows) {
        return Boolean.TRUE.equals(jdbc.queryForObject("SELECT EXISTS (SELECT 1 FROM " + rows + ")", Boolean.class));
    }

    private void create(String table) {
        jdbc.execute("DROP TABLE IF EXISTS " + table);
        jdbc.execute("CREATE TEMPORARY TABLE %s (%s) ON COMMIT DROP".formatted(table, CustomerBatch.COLUMNS));
    }
}
