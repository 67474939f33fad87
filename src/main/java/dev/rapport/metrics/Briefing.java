package dev.rapport.metrics;

import dev.rapport.metrics.formula.Change;
import dev.rapport.metrics.formula.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a dashboard comes to: how the business does against the period before, why, and what to do. Rules, no guesses. */
public record Briefing(Health health, List<Tile> better, List<Tile> worse, Cause cause, Step step) {

    /** UNKNOWN where there is no period before to hold it against. */
    public enum Health {
        HEALTHIER,
        WEAKER,
        MIXED,
        STEADY,
        UNKNOWN
    }

    /** What moved revenue most: how many bought, or how much each; SAME where it hardly moved. */
    public enum Cause {
        MORE_CUSTOMERS,
        FEWER_CUSTOMERS,
        MORE_EACH,
        LESS_EACH,
        SAME,
        UNKNOWN
    }

    /** The most urgent thing, most urgent first. */
    public enum Step {
        HEAR_DETRACTORS(Metric.NPS),
        WIN_BACK(Metric.RETENTION),
        FIND_CUSTOMERS(Metric.NEW_CUSTOMERS),
        ASK_SCORES(Metric.NPS),
        THANK_THE_BEST(Metric.REVENUE);

        private final Metric opens;

        Step(Metric opens) {
            this.opens = opens;
        }

        /** The figure that says so. */
        public Metric opens() {
            return opens;
        }
    }

    private static final BigDecimal NOTABLE_PERCENT = BigDecimal.valueOf(5);
    private static final BigDecimal HARDLY_PERCENT = BigDecimal.ONE;
    private static final BigDecimal POOR_RETENTION = BigDecimal.valueOf(50);

    public static Briefing of(Dashboard dashboard) {
        List<Tile> signs = Stream.of(Metric.REVENUE, Metric.RETENTION, Metric.NPS)
                .map(dashboard::tile)
                .filter(Briefing::moved)
                .toList();
        List<Tile> better = signs.stream().filter(tile -> sign(tile) > 0).toList();
        List<Tile> worse = signs.stream().filter(tile -> sign(tile) < 0).toList();
        return new Briefing(health(dashboard, better, worse), better, worse, cause(dashboard), step(dashboard));
    }

    private static Health health(Dashboard dashboard, List<Tile> better, List<Tile> worse) {
        Change revenue = dashboard.tile(Metric.REVENUE).change();
        if (revenue == null || revenue.percent() == null) {
            return Health.UNKNOWN;
        }
        if (better.isEmpty()) {
            return worse.isEmpty() ? Health.STEADY : Health.WEAKER;
        }
        return worse.isEmpty() ? Health.HEALTHIER : Health.MIXED;
    }

    /** A total must move notably, an estimate more than chance would move it. */
    private static boolean moved(Tile tile) {
        Change change = tile.change();
        if (change == null) {
            return false;
        }
        if (change.p() != null) {
            return change.significant() && !tile.tooFewToCompare();
        }
        return change.percent() != null && change.percent().abs().compareTo(NOTABLE_PERCENT) >= 0;
    }

    private static int sign(Tile tile) {
        Change change = tile.change();
        return change == null ? 0 : change.sign();
    }

    /** The change of a product, split evenly: Δcustomers × mean spend, and Δspend × mean customers. */
    private static Cause cause(Dashboard dashboard) {
        Tile revenue = dashboard.tile(Metric.REVENUE);
        Tile customers = dashboard.tile(Metric.ACTIVE_CUSTOMERS);
        BigDecimal each = each(revenue.figure(), customers.figure());
        BigDecimal eachBefore = each(revenue.before(), customers.before());
        Change change = revenue.change();
        if (each == null || eachBefore == null || change == null || change.percent() == null) {
            return Cause.UNKNOWN;
        }
        if (change.percent().abs().compareTo(HARDLY_PERCENT) < 0) {
            return Cause.SAME;
        }
        BigDecimal now = value(customers.figure());
        BigDecimal before = value(customers.before());
        BigDecimal byCustomers = now.subtract(before).multiply(each.add(eachBefore));
        BigDecimal bySpend = each.subtract(eachBefore).multiply(now.add(before));
        if (change.sign() > 0) {
            return byCustomers.compareTo(bySpend) >= 0 ? Cause.MORE_CUSTOMERS : Cause.MORE_EACH;
        }
        return byCustomers.compareTo(bySpend) <= 0 ? Cause.FEWER_CUSTOMERS : Cause.LESS_EACH;
    }

    private static BigDecimal value(@Nullable Figure figure) {
        return figure == null || figure.value() == null ? BigDecimal.ZERO : figure.value();
    }

    /** What one customer bought for; null where nobody bought. */
    public static @Nullable BigDecimal each(@Nullable Figure revenue, @Nullable Figure customers) {
        return value(customers).signum() == 0 ? null : value(revenue).divide(value(customers), MathContext.DECIMAL64);
    }

    private static Step step(Dashboard dashboard) {
        Tile nps = dashboard.tile(Metric.NPS);
        Tile retention = dashboard.tile(Metric.RETENTION);
        Tile fresh = dashboard.tile(Metric.NEW_CUSTOMERS);
        boolean scored = nps.figure().known() && !nps.figure().tooFewToTell();
        if (scored && (value(nps.figure()).signum() < 0 || fell(nps))) {
            return Step.HEAR_DETRACTORS;
        }
        if (retention.figure().known()
                && !retention.figure().tooFewToTell()
                && (value(retention.figure()).compareTo(POOR_RETENTION) < 0 || fell(retention))) {
            return Step.WIN_BACK;
        }
        if (fell(fresh)) {
            return Step.FIND_CUSTOMERS;
        }
        return scored ? Step.THANK_THE_BEST : Step.ASK_SCORES;
    }

    private static boolean fell(Tile tile) {
        return moved(tile) && sign(tile) < 0;
    }
}
