package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.Refused;
import dev.rapport.testing.DatabaseTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a figure is about, as of its day. */
@DatabaseTest
class CustomerGroupTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private Metrics metrics;

    @BeforeEach
    void open() {
        facts = new Facts(jdbc);
        metrics = facts.metrics(FixedBusiness.on(TODAY.toString()));
    }

    @Test
    void aProductGroupHoldsThoseWhoHadBoughtItByTheDay() {
        long bag = product("Leather bag");
        long early = facts.customer("Early");
        bought(facts.purchase(early, "2026-02-01", "10"), bag);
        long late = facts.customer("Late");
        facts.purchase(late, "2026-02-01", "100");
        bought(facts.purchase(late, "2026-06-01", "1000"), bag);
        long other = facts.customer("Other");
        facts.purchase(other, "2026-02-01", "5000");
        bought(facts.purchase(other, "2026-03-01", "-3"), bag);

        assertThat(revenue("product:leather BAG", "2026-11-23")).isEqualTo(1110);
        assertThat(revenue("product:" + bag, "2026-11-23")).isEqualTo(1110);
        assertThat(revenue("product:Leather bag", "2026-05-31")).isEqualTo(10);
        assertThat(revenue("product:Nothing", "2026-11-23")).isZero();
    }

    @Test
    void aProductIsMeantByItsNameBeforeItsNumber() {
        long numbered = product("Numbered");
        long named = product(String.valueOf(numbered));
        bought(facts.purchase(facts.customer("Ada"), "2026-02-01", "10"), numbered);
        bought(facts.purchase(facts.customer("Bob"), "2026-02-01", "7"), named);

        assertThat(revenue("product:" + numbered, "2026-11-23")).isEqualTo(7);
    }

    @Test
    void aCohortHoldsThoseWhoseFirstPurchaseFellInTheMonth() {
        long march = facts.customer("March");
        facts.purchase(march, "2026-03-31", "1");
        facts.purchase(march, "2026-05-01", "10");
        long april = facts.customer("April");
        facts.purchase(april, "2026-04-01", "100");

        assertThat(revenue("cohort:2026-03", "2026-11-23")).isEqualTo(11);
        assertThat(revenue("cohort:2026-03", "2026-03-30")).isZero();
        assertThat(revenue("cohort:2026-04", "2026-11-23")).isEqualTo(100);
        facts.answer(march, "NPS", 9, "2026-03-15");
        assertThat(recommending("cohort:2026-03", "2026-03-30"))
                .as("nobody had bought yet")
                .isZero();
        assertThat(recommending("cohort:2026-03", "2026-03-31")).isEqualTo(1);
    }

    @Test
    void aStageGroupHoldsThoseWhoWereInItOnTheDay() {
        long moved = facts.customer("Moved", null, "CONSIDERATION", "2026-01-01");
        facts.stage(moved, "LOYALTY", "2026-06-01");
        jdbc.sql("UPDATE customer SET stage = 'LOYALTY' WHERE id = ?")
                .param(moved)
                .update();
        facts.purchase(moved, "2026-02-01", "10");
        long stayed = facts.customer("Stayed", null, "CONSIDERATION", "2026-01-01");
        facts.purchase(stayed, "2026-02-01", "100");

        assertThat(revenue("stage:CONSIDERATION", "2026-05-31")).isEqualTo(110);
        assertThat(revenue("stage:loyalty", "2026-05-31")).isZero();
        assertThat(revenue("stage:CONSIDERATION", "2026-06-01")).isEqualTo(100);
        assertThat(revenue("stage:LOYALTY", "2026-06-01")).isEqualTo(10);
    }

    @Test
    void thePeriodBeforeIsAboutTheGroupOfItsOwnEnd() {
        long bag = product("Bag");
        long customer = facts.customer("Ada");
        facts.purchase(customer, "2025-06-01", "10");
        bought(facts.purchase(customer, "2026-06-01", "20"), bag);
        Scope scope = Scope.of(Span.yearTo(TODAY), CustomerGroup.of("product:Bag"));

        Trace trace = metrics.trace(Metric.REVENUE, scope, true, null);

        assertThat(trace.tile().figure().value()).isEqualByComparingTo("20");
        assertThat(trace.tile().before()).isNotNull();
        assertThat(trace.tile().before().value()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"product:", "product", "cohort:2026", "cohort:2026-13", "cohort:2026-3", "cohort:0001-01", "x:y"
            })
    void refusesWhatIsNoGroup(String group) {
        assertThatThrownBy(() -> CustomerGroup.of(group))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("group"));
    }

    private long recommending(String group, String asOf) {
        return metrics.nps(Scope.of(null, null, LocalDate.parse(asOf), group, TODAY))
                .n();
    }

    private double revenue(String group, String asOf) {
        LocalDate day = LocalDate.parse(asOf);
        Scope scope = Scope.of(null, null, day, group, TODAY);
        return metrics.revenue(scope).value().doubleValue();
    }

    private long product(String name) {
        return jdbc.sql("INSERT INTO product (name, created_at) VALUES (?, now()) RETURNING id")
                .param(name)
                .query(Long.class)
                .single();
    }

    private void bought(long purchase, long product) {
        jdbc.sql("UPDATE purchase SET product_id = ? WHERE id = ?")
                .params(product, purchase)
                .update();
    }
}
