package dev.rapport.metrics.overtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.account.BusinessChanged;
import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Facts;
import dev.rapport.metrics.Metric;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.MovableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was shown stays as it was; what is known of its day now is worked out anew. */
@DatabaseTest
class SnapshotsTest {

    @Autowired
    private Snapshots snapshots;

    @Autowired
    private Goals goals;

    @Autowired
    private BusinessSettings business;

    @Autowired
    private MovableClock clock;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private LocalDate day;
    private long ada;

    @BeforeEach
    void aScore() {
        clock.stop();
        facts = new Facts(jdbc);
        day = business.today();
        ada = facts.customer("Ada");
        facts.answer(ada, "NPS", 9, day.minusDays(10).toString());
        facts.purchase(ada, day.minusDays(400).toString(), "10");
        facts.purchase(ada, day.minusDays(20).toString(), "10");
    }

    @Test
    void keepsEveryFigureOfTheDay() {
        List<Snapshot> taken = snapshots.take();
        assertThat(taken).extracting(Snapshot::metric).containsExactlyInAnyOrderElementsOf(codes());
        Snapshot nps = of(taken, Metric.NPS);
        assertThat(nps.day()).isEqualTo(day);
        assertThat(nps.shown().value()).isEqualByComparingTo("100");
        assertThat(nps.shown().n()).isEqualTo(1);
        assertThat(nps.shown().formula().key()).isEqualTo("metrics.nps.formula");
        assertThat(nps.shown().formula().arguments()).hasSize(3);
        assertThat(nps.shown().tooFewToTell()).isTrue();
        assertThat(of(taken, Metric.CSAT).shown().reason()).isNotNull();
    }

    @Test
    void aLateEntryIsToldAndWhatWasShownStays() {
        snapshots.take();
        clock.advance(Duration.ofDays(3));
        assertThat(before(Metric.NPS).state()).isEqualTo(Recomputed.State.SAME);

        facts.answer(facts.customer("Bob"), "NPS", 2, day.minusDays(5).toString());
        Recomputed found = before(Metric.NPS);
        assertThat(found.state()).isEqualTo(Recomputed.State.ENTRIES);
        assertThat(found.snapshot().shown().value()).isEqualByComparingTo("100");
        assertThat(found.now().value()).isEqualByComparingTo("0");
        assertThat(found.now().n()).isEqualTo(2);

        facts.answer(facts.customer("Cid"), "NPS", 9, day.plusDays(2).toString());
        assertThat(before(Metric.NPS).now().n())
                .as("entries of later days aren't late")
                .isEqualTo(2);
    }

    @Test
    void aSettingThatMovesAFigureIsNotTakenForAnEntry() {
        snapshots.take();
        clock.advance(Duration.ofDays(1));
        jdbc.sql("UPDATE business SET discount_rate = 20").update();
        events.publishEvent(new BusinessChanged());
        Recomputed found = before(Metric.CLV);
        assertThat(found.snapshot().shown().known()).isTrue();
        assertThat(found.state()).isEqualTo(Recomputed.State.SETTINGS);
    }

    @Test
    void theNightKeepsTheDayBeforeAndNeverWritesItAnew() {
        clock.advance(Duration.ofDays(1));
        snapshots.nightly();
        assertThat(all(Metric.NPS)).extracting(Snapshot::day).containsExactly(day);
        facts.answer(facts.customer("Bob"), "NPS", 2, day.minusDays(5).toString());
        snapshots.nightly();
        assertThat(all(Metric.NPS)).hasSize(1);
        assertThat(all(Metric.NPS).get(0).shown().value()).isEqualByComparingTo("100");

        clock.advance(Duration.ofDays(4));
        snapshots.nightly();
        assertThat(all(Metric.NPS))
                .as("nights that were missed stay gaps")
                .extracting(Snapshot::day)
                .containsExactly(day.plusDays(4), day);
    }

    @Test
    void theNightTakesThePlaceOfWhatWasKeptDuringTheDay() {
        snapshots.take();
        facts.answer(facts.customer("Bob"), "NPS", 2, day.toString());
        clock.advance(Duration.ofDays(1));
        snapshots.nightly();
        assertThat(all(Metric.NPS)).hasSize(1);
        assertThat(all(Metric.NPS).get(0).shown().n()).isEqualTo(2);
    }

    @Test
    void keepsTheFiguresOfGoalsOfGroupsToo() {
        goals.set(new GoalPlan(
                Metric.NPS,
                CustomerGroup.of("stage:LOYALTY"),
                GoalPlan.Direction.AT_LEAST,
                java.math.BigDecimal.TEN,
                day.plusDays(100),
                "Olivia",
                null));
        assertThat(all(Metric.NPS)).extracting(Snapshot::group).containsExactly("stage:LOYALTY");
        assertThat(snapshots.take()).hasSize(Metric.values().length + 1);
    }

    @Test
    void ofABusinessWithoutFactsThereIsNothingToKeep() {
        jdbc.sql("DELETE FROM purchase").update();
        jdbc.sql("DELETE FROM answer").update();
        assertThat(snapshots.take()).isEmpty();
    }

    private Recomputed before(Metric metric) {
        return snapshots.recomputed(snapshots.before(metric, business.today())).get(0);
    }

    private List<Snapshot> all(Metric metric) {
        return snapshots.list(metric, null, null, 50, null).items();
    }

    private static Snapshot of(List<Snapshot> taken, Metric metric) {
        return taken.stream()
                .filter(each -> each.metric().equals(metric.code()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes() {
        return java.util.Arrays.stream(Metric.values()).map(Metric::code).toList();
    }
}
