package dev.rapport.metrics.web;

import dev.rapport.metrics.Briefing;
import dev.rapport.metrics.Dashboard;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Overview;
import dev.rapport.metrics.Period;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.formula.Change;
import dev.rapport.metrics.formula.Figure;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** A briefing in words. */
record BriefingText(Dashboard dashboard, Figures figures, MessageSource messages, Locale locale) {

    /** @param opens the figure whose page says more */
    record Sentence(String text, Metric opens) {}

    List<Sentence> sentences() {
        Briefing briefing = Briefing.of(dashboard);
        return List.of(health(briefing), cause(briefing), step(briefing.step()));
    }

    private Sentence health(Briefing briefing) {
        Tile revenue = dashboard.tile(Metric.REVENUE);
        Metric opens = briefing.worse().isEmpty() || !briefing.better().isEmpty()
                ? Metric.REVENUE
                : briefing.worse().get(0).metric();
        return new Sentence(
                say(
                        "health." + briefing.health().name().toLowerCase(Locale.ROOT),
                        moves(briefing.better()),
                        moves(briefing.worse()),
                        figures.value(revenue.figure()),
                        number(dashboard.tile(Metric.ACTIVE_CUSTOMERS).figure()),
                        before()),
                opens);
    }

    /** What it is held against, as people call it. */
    private String before() {
        Period period = dashboard.period();
        return switch (period.choice()) {
            case MONTHS_12 -> say("before.year");
            case DAYS_30, DAYS_90, THIS_YEAR, LAST_YEAR, ALL, OWN ->
                say("before.days", period.span().days());
        };
    }

    private String moves(List<Tile> tiles) {
        return tiles.stream()
                .map(tile ->
                        say("moved." + tile.metric().code() + "." + direction(tile.change()), figures.difference(tile)))
                .collect(Collectors.joining(say("and")));
    }

    private static String direction(@Nullable Change change) {
        return change != null && change.sign() > 0 ? "up" : "down";
    }

    private Sentence cause(Briefing briefing) {
        Tile revenue = dashboard.tile(Metric.REVENUE);
        Tile customers = dashboard.tile(Metric.ACTIVE_CUSTOMERS);
        if (briefing.cause() == Briefing.Cause.UNKNOWN) {
            return unknownCause();
        }
        boolean byCustomers =
                briefing.cause() == Briefing.Cause.MORE_CUSTOMERS || briefing.cause() == Briefing.Cause.FEWER_CUSTOMERS;
        return new Sentence(
                say(
                        "cause." + code(briefing.cause()),
                        number(customers.figure()),
                        number(customers.before()),
                        figures.about(Briefing.each(revenue.figure(), customers.figure())),
                        figures.about(Briefing.each(revenue.before(), customers.before()))),
                byCustomers ? Metric.ACTIVE_CUSTOMERS : Metric.REVENUE);
    }

    /** Without a period before, what is known of who stayed. */
    private Sentence unknownCause() {
        Figure retention = dashboard.tile(Metric.RETENTION).figure();
        return retention.known()
                ? new Sentence(say("cause.stayed", Figures.kept(retention), retention.n()), Metric.RETENTION)
                : new Sentence(say("cause.unknown"), Metric.RETENTION);
    }

    private Sentence step(Briefing.Step step) {
        Figure nps = dashboard.tile(Metric.NPS).figure();
        Figure retention = dashboard.tile(Metric.RETENTION).figure();
        List<Overview.Top> top = dashboard.overview().top();
        Object[] arguments =
                switch (step) {
                    case HEAR_DETRACTORS -> new Object[] {nps.inputs().get("detractors")};
                    case WIN_BACK ->
                        new Object[] {retention.n() == null ? 0 : retention.n() - Figures.kept(retention), retention.n()
                        };
                    case FIND_CUSTOMERS ->
                        new Object[] {
                            number(dashboard.tile(Metric.NEW_CUSTOMERS).figure()),
                            number(dashboard.tile(Metric.NEW_CUSTOMERS).before())
                        };
                    case ASK_SCORES -> new Object[] {nps.n() == null ? 0 : nps.n()};
                    case THANK_THE_BEST ->
                        new Object[] {
                            top.isEmpty() ? "" : top.get(0).name(),
                            top.isEmpty() ? "" : figures.money(top.get(0).revenue()),
                            top.size()
                        };
                };
        return new Sentence(say("step." + code(step), arguments), step.opens());
    }

    private static long number(@Nullable Figure figure) {
        BigDecimal value = figure == null ? null : figure.value();
        return value == null ? 0 : value.longValue();
    }

    private static String code(Enum<?> rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String say(String key, @Nullable Object... arguments) {
        return messages.getMessage("metrics.briefing." + key, arguments, locale);
    }
}
