package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metrics.SurvivalQuery.Lives;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long customers stay. */
@DatabaseTest
class SurvivalTest {

    private static final long[] REGULAR = {1000, 631, 468, 382, 326, 289, 262, 241};

    @Autowired
    private JdbcClient jdbc;

    @Test
    void projectsThePublishedCohort() {
        List<Lives> lives = new ArrayList<>();
        for (int t = 0; t < REGULAR.length; t++) {
            long gone = REGULAR[t] - (t + 1 < REGULAR.length ? REGULAR[t + 1] : 0);
            lives.add(new Lives(REGULAR.length - 1, t, gone));
        }

        SurvivalCurve curve = SurvivalCurve.of(lives, 91);

        assertThat(curve.n()).isEqualTo(1000);
        assertThat(curve.fit()).isNotNull();
        assertThat(curve.fit().alpha()).isCloseTo(0.704, within(0.001));
        assertThat(curve.fit().beta()).isCloseTo(1.182, within(0.001));
        assertThat(curve.fit().logLikelihood()).isCloseTo(-1680.3, within(0.1));
        assertThat(curve.points().get(4).survival().doubleValue()).isCloseTo(0.326, within(1e-12));
        assertThat(curve.points().get(2).retention().doubleValue()).isCloseTo(0.7417, within(1e-4));
        assertThat(curve.points().get(11).atRisk()).isNull();
        assertThat(curve.points().get(11).projected().doubleValue()).isBetween(0.1, 0.2);
        Figure year = curve.afterAYear();
        assertThat(year.value().doubleValue()).isCloseTo(32.6, within(1e-9));
        // One cohort: Greenwood's is the error of a share.
        assertThat(year.standardError().doubleValue()).isCloseTo(100 * Math.sqrt(0.326 * 0.674 / 1000), within(1e-9));
    }

    @Test
    void whoCameLatelyCountsOnlyForTheStepsThatAreOver() {
        SurvivalCurve curve = SurvivalCurve.of(List.of(new Lives(2, 1, 10), new Lives(1, 1, 30)), 91);

        assertThat(curve.points()).hasSize(3);
        assertThat(curve.points().get(1).atRisk()).isEqualTo(40);
        assertThat(curve.points().get(2).atRisk()).isEqualTo(10);
        assertThat(curve.points().get(2).survival()).isEqualByComparingTo("0");
        assertThat(curve.points().get(2).tooFewToTell()).isTrue();
    }

    @Test
    void nobodyOrNobodyLongEnoughHasAReason() {
        assertThat(SurvivalCurve.of(List.of(), 91).afterAYear().reason()).isNotNull();
        assertThat(SurvivalCurve.of(List.of(new Lives(0, 0, 50)), 91)
                        .afterAYear()
                        .reason())
                .isNotNull();
        assertThat(SurvivalCurve.of(List.of(new Lives(9, 9, 50)), 91).fit()).isNull();
    }

    @Test
    void aLifeEndsByTheChurnRuleOrInStageLost() {
        Facts facts = new Facts(jdbc);
        facts.purchase(facts.customer("Once"), "2025-01-01", "1");
        long back = facts.customer("Back after a pause");
        facts.purchase(back, "2025-01-01", "1");
        facts.purchase(back, "2025-11-01", "1");
        long lost = facts.customer("Lost");
        facts.purchase(lost, "2025-01-01", "1");
        facts.purchase(lost, "2025-03-20", "1");
        facts.stage(lost, "LOST", "2025-04-10");
        facts.purchase(facts.customer("New"), "2025-12-01", "1");

        assertThat(lives("2025-12-31", null))
                .containsExactlyInAnyOrder(
                        new Lives(4, 0, 1), new Lives(4, 4, 1), new Lives(4, 1, 1), new Lives(0, 0, 1));
        assertThat(lives("2025-04-09", null)).containsExactlyInAnyOrder(new Lives(1, 0, 2), new Lives(1, 1, 1));
        assertThat(lives("2025-12-31", 300)).contains(new Lives(4, 3, 1));
    }

    private List<Lives> lives(String asOf, @Nullable Integer churnDays) {
        return new SurvivalQuery(jdbc).lives(LocalDate.parse(asOf), 91, churnDays, CustomerGroup.EVERYBODY);
    }
}
