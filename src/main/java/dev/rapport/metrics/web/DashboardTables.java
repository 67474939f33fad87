package dev.rapport.metrics.web;

import dev.rapport.metrics.Cohort;
import dev.rapport.metrics.Dashboard;
import dev.rapport.metrics.Overview;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.formula.Change;
import dev.rapport.metrics.formula.Unit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the dashboard shows. */
@Component
class DashboardTables implements PageTable.Family {

    private static final String VIEW = "metrics/dashboard";

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of(VIEW, "figures", DashboardTables::figures),
                PageTable.of(VIEW, "goals", OverTimeTables::goals).where("goals"),
                PageTable.of(VIEW, "revenue", DashboardTables::revenue),
                PageTable.of(VIEW, "nps", DashboardTables::nps),
                PageTable.of(
                        VIEW, "cohorts", page -> cohorts(page, dashboard(page).cohorts())),
                PageTable.of(VIEW, "top", DashboardTables::top),
                PageTable.of(
                        VIEW, "channels", page -> groups(page, overview(page).channels(), false)),
                PageTable.of(VIEW, "stages", page -> groups(page, overview(page).stages(), true)));
    }

    private static Dashboard dashboard(TablePage page) {
        return page.get("dashboard");
    }

    private static Overview overview(TablePage page) {
        return page.get("overview");
    }

    private static TableRows<Tile> figures(TablePage page) {
        return page.rows("metrics.title", dashboard(page).tiles())
                .column(
                        "figure",
                        "snapshots.figure",
                        tile -> page.text("metrics." + tile.metric().code() + ".title"))
                .whole(Tile::figure)
                .column(
                        "before",
                        "metrics.before",
                        tile -> tile.before() == null ? null : tile.before().value())
                .column("change", "tables.change", change(Change::difference))
                .column("changePercent", "tables.changePercent", change(Change::percent))
                .column("p", "metrics.ab.p", change(Change::p));
    }

    private static Function<Tile, @Nullable Object> change(Function<Change, @Nullable Object> part) {
        return tile -> {
            Change change = tile.change();
            return change == null ? null : part.apply(change);
        };
    }

    private static TableRows<Dashboard.RevenueStep> revenue(TablePage page) {
        return page.rows("metrics.chart.revenue", dashboard(page).revenue())
                .column("from", "metrics.from", Dashboard.RevenueStep::step)
                .money("returning", "metrics.chart.returning", Dashboard.RevenueStep::returning)
                .money("new", "metrics.chart.new", Dashboard.RevenueStep::fresh);
    }

    private static TableRows<Dashboard.NpsStep> nps(TablePage page) {
        return page.rows("metrics.chart.nps", dashboard(page).nps())
                .column("from", "metrics.from", Dashboard.NpsStep::step)
                .figure("nps", "metrics.nps.title", Unit.POINTS, Dashboard.NpsStep::nps)
                .column(
                        "low",
                        "tables.low",
                        step -> step.nps().interval() == null
                                ? null
                                : step.nps().interval().low())
                .column(
                        "high",
                        "tables.high",
                        step -> step.nps().interval() == null
                                ? null
                                : step.nps().interval().high())
                .column("answers", "metrics.answers", step -> step.nps().n());
    }

    /** Months not yet over are empty, not 0. */
    static TableRows<Cohort> cohorts(TablePage page, List<Cohort> cohorts) {
        TableRows<Cohort> rows = page.rows("metrics.cohorts", cohorts)
                .column("month", "metrics.cohorts.month", Cohort::month)
                .column("size", "metrics.cohorts.size", Cohort::size);
        int months = cohorts.stream()
                .mapToInt(cohort -> cohort.active().size())
                .max()
                .orElse(0);
        for (int k = 0; k < months; k++) {
            int month = k;
            rows.add(
                    "month" + k,
                    page.text("tables.month", k),
                    null,
                    cohort -> month < cohort.active().size() ? cohort.active().get(month) : null);
        }
        return rows;
    }

    private static TableRows<Overview.Top> top(TablePage page) {
        return page.rows("metrics.top", overview(page).top())
                .column("id", "tables.id", Overview.Top::id)
                .column("customer", "metrics.customer", Overview.Top::name)
                .money("revenue", "metrics.revenue.title", Overview.Top::revenue)
                .column("purchases", "metrics.purchases", Overview.Top::purchases)
                .column("lastOn", "metrics.last", Overview.Top::lastOn);
    }

    private static TableRows<Overview.Group> groups(TablePage page, List<Overview.Group> groups, boolean stages) {
        Figures figures = page.get("figures");
        return page.rows("metrics.standings", groups)
                .column(
                        stages ? "stage" : "channel",
                        stages ? "metrics.stage" : "metrics.channel",
                        group -> figures.label(group, stages))
                .column("customers", "metrics.customers", Overview.Group::customers)
                .percent("share", "metrics.ab.share", Overview.Group::percent);
    }
}
