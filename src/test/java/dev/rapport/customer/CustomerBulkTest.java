package dev.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.BulkChanges.Bulk;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import dev.rapport.task.Plan;
import dev.rapport.task.TaskService;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.Statements;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class CustomerBulkTest {
    private static final BulkSelection ALL = BulkSelection.all(CustomerFilter.ALL);

    @Autowired
    CustomerBulk bulk;

    @Autowired
    CustomerService customers;

    @Autowired
    CustomerSummaries summaries;

    @Autowired
    TaskService tasks;

    @Autowired
    Undo undo;

    @Autowired
    JdbcClient jdbc;

    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void threePeople() {
        for (String name : List.of("Ana", "Ben", "Chiara")) {
            long id = customers
                    .register(
                            CustomerMother.of(name, "Studio"),
                            Contacts.of(name.toLowerCase() + "@x.example", null),
                            LifecycleStage.AWARENESS)
                    .id();
            tasks.plan(new Plan("Write to " + name, LocalDate.of(2026, 3, 1)), id);
            ids.add(id);
        }
    }

    @ParameterizedTest
    @CsvSource({"TAG_ADDED, vip", "STAGE, LOYALTY", "SOURCE, Fair", "DELETE,"})
    void changesAllThatAreNotSoAlreadyAndUndoesItAsOne(BulkVerb verb, String value) {
        List<String> before = everything();
        BulkPreview preview = bulk.preview(ALL, verb, value);
        assertThat(preview.concerned()).isEqualTo(3);
        assertThat(preview.first()).extracting(BulkPreview.One::name).containsExactly("Ana", "Ben", "Chiara");

        Bulk done = bulk.apply(ALL, verb, value, 3);

        assertThat(done.changed()).isEqualTo(3);
        assertThat(bulk.preview(ALL, verb, value).concerned()).isZero();
        List<String> after = everything();
        assertThat(after).isNotEqualTo(before);

        undo.undo(done.changeId());
        assertThat(everything()).isEqualTo(before);

        undo.undo(lastWhole());
        assertThat(everything()).isEqualTo(after);
    }

    @Test
    void removesATag() {
        bulk.apply(BulkSelection.of(ids.subList(0, 2)), BulkVerb.TAG_ADDED, "vip", 2);
        Bulk done = bulk.apply(ALL, BulkVerb.TAG_REMOVED, "vip", 2);
        assertThat(done.changed()).isEqualTo(2);
        assertThat(jdbc.sql("SELECT count(*) FROM customer WHERE tags <> '{}'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesThoseThatASearchFinds() {
        BulkSelection ben = BulkSelection.all(CustomerFilter.matching("ben@x"));
        assertThat(bulk.count(ben)).isOne();
        bulk.apply(ben, BulkVerb.TAG_ADDED, "vip", 1);
        assertThat(jdbc.sql("SELECT name FROM customer WHERE 'vip' = ANY(tags)")
                        .query(String.class)
                        .list())
                .containsExactly("Ben");
    }

    @Test
    void leavesWhoeverChangedSinceWhenItIsUndone() {
        Bulk done = bulk.apply(ALL, BulkVerb.SOURCE, "Fair", 3);
        jdbc.sql("UPDATE customer SET source = 'Friend' WHERE name = 'Ana'").update();
        jdbc.sql("UPDATE customer SET city = 'Rome' WHERE name = 'Ben'").update();

        undo.undo(done.changeId());

        assertThat(jdbc.sql("SELECT concat_ws(' ', name, source, city) FROM customer ORDER BY name")
                        .query(String.class)
                        .list())
                .containsExactly("Ana Friend", "Ben Rome", "Chiara");
        assertThat(jdbc.sql("SELECT count(*) FROM customer_summary")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void bringsBackOneOfManyAndThenTheRest() {
        Bulk done = bulk.apply(ALL, BulkVerb.DELETE, null, 3);
        long ana = jdbc.sql("SELECT id FROM change_log WHERE part_of = :whole ORDER BY id LIMIT 1")
                .param("whole", done.changeId())
                .query(Long.class)
                .single();
        undo.undo(ana);
        assertThat(names()).containsExactly("Ana");
        undo.undo(done.changeId());
        assertThat(names()).containsExactly("Ana", "Ben", "Chiara");
        assertThatThrownBy(() -> undo.undo(done.changeId())).isInstanceOf(Refused.class);
    }

    @Test
    void changesNothingWhenItWouldChangeOthersThanWerePreviewed() {
        assertThatThrownBy(() -> bulk.apply(ALL, BulkVerb.DELETE, null, 2)).isInstanceOf(Refused.class);
        assertThat(names()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"TAG_ADDED, 'a,b'", "TAG_ADDED, ' '", "STAGE, NONE", "SOURCE,"})
    void refusesWhatNoCustomerCouldHave(BulkVerb verb, String value) {
        assertThatThrownBy(() -> bulk.apply(ALL, verb, value, 3))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("value"));
    }

    @ParameterizedTest
    @EnumSource(BulkVerb.class)
    void takesAsManyStatementsForTenAsForThree(BulkVerb verb) {
        assertThat(Statements.of(() -> bulk.apply(ALL, verb, verb == BulkVerb.STAGE ? "LOST" : "x", concerned(verb))))
                .hasSizeLessThanOrEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"TAG_ADDED, vip, 16", "STAGE, LOYALTY, 20", "DELETE,, 50"})
    void undoesInAsManyStatementsForThreeAsForTwo(BulkVerb verb, String value, int most) {
        Bulk two = bulk.apply(BulkSelection.of(ids.subList(0, 2)), verb, value, 2);
        List<String> ofTwo = Statements.of(() -> undo.undo(two.changeId()));
        Bulk three = bulk.apply(ALL, verb, value, 3);
        List<String> ofThree = Statements.of(() -> undo.undo(three.changeId()));
        assertThat(ofThree).hasSameSizeAs(ofTwo).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void keepsOfAChangeNoMoreThanItTouched() {
        Bulk done = bulk.apply(ALL, BulkVerb.SOURCE, "Fair", 3);
        assertThat(jdbc.sql("SELECT before::text FROM change_log WHERE part_of = :whole ORDER BY id LIMIT 1")
                        .param("whole", done.changeId())
                        .query(String.class)
                        .single())
                .isEqualTo("{\"customer\": [{\"id\": 1, \"name\": \"Ana\", \"source\": null, \"version\": 0}]}");
    }

    @Test
    void undoesTheChangeOfOneAlone() {
        List<String> before = everything();
        Bulk done = bulk.apply(ALL, BulkVerb.STAGE, "LOST", 3);
        long ana = jdbc.sql("SELECT id FROM change_log WHERE part_of = :whole ORDER BY id LIMIT 1")
                .param("whole", done.changeId())
                .query(Long.class)
                .single();
        undo.undo(ana);
        assertThat(everything().get(0)).isEqualTo(before.get(0));
        assertThat(everything().get(1)).isNotEqualTo(before.get(1));
        undo.undo(done.changeId());
        assertThat(everything()).isEqualTo(before);
    }

    /** As versions before kept it: of each the whole image. */
    @Test
    void undoesWhatWasLoggedInFull() {
        List<String> before = everything();
        Bulk done = bulk.apply(ALL, BulkVerb.SOURCE, "Fair", 3);
        jdbc.sql("""
                        UPDATE change_log l SET
                          before = (SELECT jsonb_build_object('customer', jsonb_build_array(to_jsonb(c) || (l.before -> 'customer' -> 0)),
                            'contact_point', jsonb_build_array(to_jsonb(p)), 'stage_change', jsonb_build_array(to_jsonb(s)))
                            FROM customer c JOIN contact_point p ON p.customer_id = c.id JOIN stage_change s ON s.customer_id = c.id
                            WHERE c.id = l.entity_id),
                          after = (SELECT jsonb_build_object('customer', jsonb_build_array(to_jsonb(c)),
                            'contact_point', jsonb_build_array(to_jsonb(p)), 'stage_change', jsonb_build_array(to_jsonb(s)))
                            FROM customer c JOIN contact_point p ON p.customer_id = c.id JOIN stage_change s ON s.customer_id = c.id
                            WHERE c.id = l.entity_id)
                        WHERE part_of = :whole""").param("whole", done.changeId()).update();
        undo.undo(done.changeId());
        assertThat(everything()).isEqualTo(before);
    }

    private int concerned(BulkVerb verb) {
        return verb == BulkVerb.TAG_REMOVED ? 0 : 3;
    }

    private List<String> names() {
        return jdbc.sql("SELECT name FROM customer ORDER BY name")
                .query(String.class)
                .list();
    }

    private long lastWhole() {
        return jdbc.sql("SELECT max(id) FROM change_log WHERE entity = 'bulk'")
                .query(Long.class)
                .single();
    }

    private List<String> everything() {
        return jdbc.sql("""
                        SELECT concat(to_jsonb(c) - 'version', (SELECT jsonb_agg(p ORDER BY id) FROM contact_point p WHERE customer_id = c.id),
                          (SELECT jsonb_agg(s ORDER BY id) FROM stage_change s WHERE customer_id = c.id),
                          (SELECT jsonb_agg(t ORDER BY id) FROM task t WHERE customer_id = c.id),
                          (SELECT to_jsonb(s) FROM customer_summary s WHERE customer_id = c.id))
                        FROM customer c ORDER BY id""").query(String.class).list();
    }
}
