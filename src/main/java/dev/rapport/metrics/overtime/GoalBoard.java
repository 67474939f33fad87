package dev.rapport.metrics.overtime;

import dev.rapport.metrics.Bucket;
import dev.rapport.metrics.Dashboard;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Slice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads goals and how they stand. Figures are those of the 12 months to a day, by the facts' own dates. */
@Service
public class GoalBoard {

    /** A day of the chart of a goal; the figure is null in the future, the path before the baseline. */
    public record Point(
            LocalDate step,
            LocalDate day,
            @Nullable Figure figure,
            @Nullable BigDecimal path) {}

    public record Course(Bucket bucket, List<Point> points) {}

    private static final int DRAWN = 100;
    private static final int SHOWN_BEFORE = 90;
    private static final int WEEKS_UP_TO = 120;
    private static final int MONTHS_UP_TO = 600;
    private static final int QUARTERS_UP_TO = 1600;

    private final GoalQuery query;
    private final RememberedFigures figures;
    private final BusinessSettings business;

    GoalBoard(GoalQuery query, RememberedFigures figures, BusinessSettings business) {
        this.query = query;
        this.figures = figures;
        this.business = business;
    }

    public GoalDetails details(long id) {
        return query.find(id).orElseThrow(() -> new NotFound("goal", id));
    }

    public GoalProgress progress(GoalDetails goal) {
        return progress(goal, figures.now());
    }

    public Slice<GoalDetails> list(boolean archived, int limit, @Nullable Cursor after) {
        return query.list(archived, limit, after);
    }

    /** How each of them stands. */
    public List<GoalProgress> progress(List<GoalDetails> goals) {
        if (goals.isEmpty()) {
            return List.of();
        }
        RememberedFigures.Reading reading = figures.now();
        return goals.stream().map(goal -> progress(goal, reading)).toList();
    }

    public boolean anyArchived() {
        return query.anyArchived();
    }

    /** Without how they stand: the lines of charts. */
    public List<GoalDetails> current() {
        return query.list(false, DRAWN, null).items();
    }

    /** Those about a figure, of whichever group. */
    public List<GoalDetails> about(Metric metric) {
        return query.about(metric);
    }

    /** The next due, by what is on the dashboard already or else was last kept: one statement. */
    public List<GoalProgress> next(int limit, Dashboard dashboard) {
        LocalDate today = business.today();
        boolean current = dashboard.period().span().equals(Span.yearTo(today));
        List<GoalProgress> all = new ArrayList<>();
        for (GoalQuery.Seen seen : query.next(limit, today)) {
            GoalDetails goal = seen.goal();
            Figure shown = current && goal.group().isEmpty() && !today.isAfter(goal.dueOn())
                    ? dashboard.tiles().stream()
                            .filter(tile -> tile.metric() == goal.metric())
                            .map(Tile::figure)
                            .findFirst()
                            .orElse(seen.figure())
                    : seen.figure();
            if (shown != null) {
                all.add(GoalProgress.of(goal, shown, shown.asOf() == null ? today : shown.asOf(), today));
            }
        }
        return all;
    }

    /** The figure and the path to its goal, from some time before it was set. */
    public Course course(GoalDetails goal) {
        Span span = new Span(goal.baselineOn().minusDays(SHOWN_BEFORE), goal.dueOn());
        Bucket bucket = bucket(span.days());
        RememberedFigures.Reading reading = figures.now();
        LocalDate today = business.today();
        List<Point> points = new ArrayList<>();
        for (LocalDate step : bucket.starts(span)) {
            LocalDate end = bucket.next(step).minusDays(1);
            boolean running = !step.isAfter(today) && !end.isBefore(today);
            LocalDate day = end.isAfter(goal.dueOn()) ? goal.dueOn() : running ? today : end;
            points.add(new Point(
                    step, day, day.isAfter(today) ? null : figure(goal, day, reading), GoalProgress.path(goal, day)));
        }
        return new Course(bucket, List.copyOf(points));
    }

    private static Bucket bucket(long days) {
        return days <= WEEKS_UP_TO
                ? Bucket.WEEK
                : days <= MONTHS_UP_TO ? Bucket.MONTH : days <= QUARTERS_UP_TO ? Bucket.QUARTER : Bucket.YEAR;
    }

    private GoalProgress progress(GoalDetails goal, RememberedFigures.Reading reading) {
        LocalDate today = business.today();
        LocalDate day = today.isAfter(goal.dueOn()) ? goal.dueOn() : today;
        return GoalProgress.of(goal, figure(goal, day, reading), day, today);
    }

    private static Figure figure(GoalDetails goal, LocalDate day, RememberedFigures.Reading reading) {
        return reading.figure(
                goal.metric(), new Scope(Span.yearTo(day), day, goal.subject().group()));
    }
}
