package dev.rapport.metrics.web;

import dev.rapport.metrics.Metric;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.metrics.overtime.GoalProgress;
import dev.rapport.platform.web.Formats;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Goals in words. */
final class GoalWords {

    private final Figures figures;
    private final Formats formats;
    private final MessageSource messages;
    private final Locale locale;

    GoalWords(Formats formats, MessageSource messages, Locale locale) {
        this.figures = new Figures(formats, messages, locale);
        this.formats = formats;
        this.messages = messages;
        this.locale = locale;
    }

    /** NPS at least 50 by 31 Mar 2027 */
    public String title(GoalProgress progress) {
        GoalDetails goal = progress.goal();
        return text(
                "goals.sentence." + goal.direction(),
                name(goal),
                amount(goal.target(), progress.figure()),
                formats.date(goal.dueOn()));
    }

    /** What everybody's figure is to be, as lines on its chart. */
    List<Charts.Target> targets(Metric metric, List<GoalDetails> goals) {
        return goals.stream()
                .filter(goal -> goal.metric() == metric && goal.group().isEmpty())
                .map(goal -> new Charts.Target(
                        goal.target(),
                        text("goals.on-chart", formats.number(goal.target()), formats.shortDate(goal.dueOn()))))
                .toList();
    }

    /** The figure's name, and whose it is unless it is everybody's. */
    public String name(GoalDetails goal) {
        String figure = text("metrics." + goal.metric().code() + ".title");
        return goal.group().isEmpty() ? figure : text("goals.of", figure, group(goal.group()));
    }

    public String group(String group) {
        int colon = group.indexOf(':');
        if (colon < 0) {
            return text("goals.group.everybody");
        }
        String kind = group.substring(0, colon);
        String value = group.substring(colon + 1).strip();
        String shown = kind.equals("stage") ? text("customer.stage." + value.toUpperCase(Locale.ROOT)) : value;
        return Objects.requireNonNullElse(
                messages.getMessage("goals.group." + kind, new Object[] {shown}, group, locale), group);
    }

    /** In the unit of a figure; a dash for what isn't known. */
    public String amount(@Nullable BigDecimal amount, Figure like) {
        return amount == null ? "–" : figures.value(Figure.in(like.unit()).value(amount, like.formula()));
    }

    /** 43 now, 41 on the line */
    public String standing(GoalProgress progress) {
        Figure figure = progress.figure();
        String now = figure.known() ? figures.value(figure) : "–";
        return progress.expected() == null
                ? text("goals.standing", now, formats.shortDate(progress.day()))
                : text(
                        "goals.standing.line",
                        now,
                        amount(progress.expected(), figure),
                        formats.shortDate(progress.day()));
    }

    /** The straight line with its numbers filled in. */
    public String formula(GoalProgress progress) {
        GoalDetails goal = progress.goal();
        Figure figure = progress.figure();
        return text(
                "goals.formula",
                amount(goal.baseline(), figure),
                amount(goal.target(), figure),
                ChronoUnit.DAYS.between(goal.baselineOn(), progress.day()),
                ChronoUnit.DAYS.between(goal.baselineOn(), goal.dueOn()),
                amount(progress.expected(), figure));
    }

    public String mood(GoalProgress.Status status) {
        return switch (status) {
            case REACHED, ON_TRACK -> "";
            case BEHIND -> "warn";
            case MISSED -> "bad";
            case OPEN, UNKNOWN -> "plain";
        };
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
