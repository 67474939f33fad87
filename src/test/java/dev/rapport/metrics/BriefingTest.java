package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.Briefing.Cause;
import dev.rapport.metrics.Briefing.Health;
import dev.rapport.metrics.Briefing.Step;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Nps;
import dev.rapport.metrics.formula.Retention;
import dev.rapport.metrics.formula.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BriefingTest {
    private static final Period YEAR =
            Period.own(new Span(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-12-31")));

    private Tile revenue = revenue("1000", "1000");
    private Tile customers = customers(100, 100);
    private Tile fresh = Tile.of(Metric.NEW_CUSTOMERS, count(20), count(20));
    private Tile retention = retention(80, 80);
    private Tile nps = nps(40, 40, 20, 40, 40, 20);

    private static Tile revenue(String now, @Nullable String before) {
        return Tile.of(Metric.REVENUE, money(now), before == null ? null : money(before));
    }

    private static Figure money(String amount) {
        return Totals.revenue(new PurchaseQuery.Revenue(new BigDecimal(amount), 50), "USD");
    }

    private static Figure count(long customers) {
        return Totals.active(new PurchaseQuery.Buyers(customers, 0, 0));
    }

    private static Tile customers(long now, long before) {
        return Tile.of(Metric.ACTIVE_CUSTOMERS, count(now), count(before));
    }

    private static Tile retention(long now, long before) {
        return Tile.of(
                Metric.RETENTION,
                Retention.of(100, now, 0).retention(),
                Retention.of(100, before, 0).retention());
    }

    private static Tile nps(long p, long n, long d, long pBefore, long nBefore, long dBefore) {
        return Tile.of(Metric.NPS, Nps.of(p, n, d), Nps.of(pBefore, nBefore, dBefore));
    }

    private Briefing briefing() {
        return Briefing.of(new Dashboard(
                YEAR,
                List.of(nps, retention, revenue, customers, fresh),
                Bucket.MONTH,
                List.of(),
                List.of(),
                List.of(),
                new Overview(List.of(), List.of(), List.of(), List.of())));
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 1000, STEADY",
        "1040, 1000, STEADY",
        "1060, 1000, HEALTHIER",
        "940, 1000, WEAKER",
        "500, 0, UNKNOWN",
        "500, , UNKNOWN",
    })
    void holdsRevenueAgainstThePeriodBefore(String now, @Nullable String before, Health health) {
        revenue = revenue(now, before);

        assertThat(briefing().health()).isEqualTo(health);
    }

    @Test
    void isMixedWhenRevenueRisesAndCustomersLeave() {
        revenue = revenue("1200", "1000");
        retention = retention(50, 80);

        assertThat(briefing().health()).isEqualTo(Health.MIXED);
        assertThat(briefing().better()).extracting(Tile::metric).containsExactly(Metric.REVENUE);
        assertThat(briefing().worse()).extracting(Tile::metric).containsExactly(Metric.RETENTION);
    }

    @Test
    void doesNotTakeChanceForAChange() {
        retention = retention(78, 80);
        nps = nps(4, 4, 2, 9, 0, 1);

        assertThat(briefing().health()).isEqualTo(Health.STEADY);
    }

    @ParameterizedTest
    @CsvSource({
        // 130 at 10 instead of 100 at 10
        "1300, 1000, 130, 100, MORE_CUSTOMERS",
        "1300, 1000, 100, 100, MORE_EACH",
        "700, 1000, 70, 100, FEWER_CUSTOMERS",
        "700, 1000, 100, 100, LESS_EACH",
        // fewer customers, but each for so much more
        "1200, 1000, 90, 100, MORE_EACH",
        "1005, 1000, 120, 100, SAME",
        "500, 0, 10, 0, UNKNOWN",
    })
    void findsWhatMovedRevenueMost(String now, String before, long buyers, long buyersBefore, Cause cause) {
        revenue = revenue(now, before);
        customers = customers(buyers, buyersBefore);

        assertThat(briefing().cause()).isEqualTo(cause);
    }

    @Test
    void namesTheMostUrgentStep() {
        assertThat(briefing().step()).isEqualTo(Step.THANK_THE_BEST);
        nps = nps(5, 0, 0, 5, 0, 0);
        assertThat(briefing().step()).isEqualTo(Step.ASK_SCORES);
        fresh = Tile.of(Metric.NEW_CUSTOMERS, count(10), count(20));
        assertThat(briefing().step()).isEqualTo(Step.FIND_CUSTOMERS);
        retention = retention(40, 40);
        assertThat(briefing().step()).isEqualTo(Step.WIN_BACK);
        nps = nps(10, 10, 30, 10, 10, 30);
        assertThat(briefing().step()).isEqualTo(Step.HEAR_DETRACTORS);
    }
}
