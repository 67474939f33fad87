package dev.rapport.metrics.web;

import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.overtime.GoalProgress;
import dev.rapport.metrics.overtime.Recomputed;
import dev.rapport.platform.Slice;
import java.util.List;
import org.springframework.stereotype.Component;

/** Goals, what was shown, and notes. */
@Component
class OverTimeTables implements PageTable.Family {

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of("metrics/goals", "goals", page -> {
                    Slice<GoalProgress> goals = page.get("goals");
                    return goals(page, goals.items());
                }),
                PageTable.of("metrics/goal", "goal", OverTimeTables::course),
                PageTable.of("metrics/snapshots", "snapshots", page -> shown(page, page.get("rows"))),
                PageTable.of("metrics/notes", "notes", OverTimeTables::notes));
    }

    static TableRows<GoalProgress> goals(TablePage page) {
        return goals(page, page.get("goals"));
    }

    private static TableRows<GoalProgress> goals(TablePage page, List<GoalProgress> goals) {
        GoalWords words = page.get("words");
        return page.rows("goals.title", goals)
                .column("id", "tables.id", progress -> progress.goal().id())
                .column("figure", "goals.metric", progress -> words.name(progress.goal()))
                .column(
                        "direction",
                        "goals.direction",
                        progress -> progress.goal().direction())
                .column("target", "goals.target", progress -> progress.goal().target())
                .column("dueOn", "goals.due", progress -> progress.goal().dueOn())
                .column("status", "goals.stands", GoalProgress::status)
                .column(
                        "baseline",
                        "history.goal.baseline",
                        progress -> progress.goal().baseline())
                .column(
                        "baselineOn",
                        "history.goal.baseline_on",
                        progress -> progress.goal().baselineOn())
                .column("expected", "goals.line", GoalProgress::expected)
                .column("owner", "goals.owner", progress -> progress.goal().owner())
                .column("why", "goals.why", progress -> progress.goal().why())
                .whole(GoalProgress::figure);
    }

    private static TableRows<GoalBoard.Point> course(TablePage page) {
        GoalBoard.Course course = page.get("course");
        return page.rows("goals.title", course.points())
                .column("day", "goals.day", GoalBoard.Point::day)
                .column("line", "goals.path", GoalBoard.Point::path)
                .whole(GoalBoard.Point::figure);
    }

    static TableRows<Recomputed> shown(TablePage page, List<Recomputed> rows) {
        return page.rows("snapshots.title", rows)
                .column("day", "snapshots.day", row -> row.snapshot().day())
                .column("metric", "snapshots.figure", row -> row.snapshot().metric())
                .column(
                        "group",
                        "goals.group",
                        row -> row.snapshot().group().isEmpty()
                                ? null
                                : row.snapshot().group())
                .column("state", "snapshots.state", Recomputed::state)
                .column("known", "snapshots.recomputed", row -> row.now().value())
                .column("knownN", "tables.knownN", row -> row.now().n())
                .column("takenAt", "tables.takenAt", row -> row.snapshot().takenAt())
                .whole(row -> row.snapshot().shown());
    }

    private static TableRows<ChartNoteQuery.Pinned> notes(TablePage page) {
        List<ChartNoteQuery.Pinned> notes = page.get("notes");
        return page.rows("metrics.notes.title", notes)
                .column("id", "tables.id", ChartNoteQuery.Pinned::id)
                .column("day", "metrics.notes.day", ChartNoteQuery.Pinned::day)
                .column("text", "metrics.notes.text", ChartNoteQuery.Pinned::text);
    }
}
