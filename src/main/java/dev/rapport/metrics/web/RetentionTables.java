package dev.rapport.metrics.web;

import dev.rapport.metrics.Loyalty;
import dev.rapport.metrics.SurvivalCurve;
import dev.rapport.metrics.Tile;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who stays, and how long. */
@Component
class RetentionTables implements PageTable.Family {

    private static final String VIEW = "metrics/retention";

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of(VIEW, "figures", RetentionTables::figures),
                PageTable.of(VIEW, "survival", RetentionTables::survival),
                PageTable.of(
                        VIEW,
                        "cohorts",
                        page -> DashboardTables.cohorts(page, loyalty(page).cohorts())));
    }

    private static Loyalty loyalty(TablePage page) {
        return page.get("loyalty");
    }

    private static TableRows<Tile> figures(TablePage page) {
        return page.rows("metrics.loyalty.title", loyalty(page).tiles())
                .column(
                        "figure",
                        "snapshots.figure",
                        tile -> page.text("metrics." + tile.metric().code() + ".title"))
                .whole(Tile::figure);
    }

    private static TableRows<SurvivalCurve.Point> survival(TablePage page) {
        SurvivalWords words = page.get("survival");
        return page.rows("metrics.survival.chart", loyalty(page).survival().points())
                .column("after", "metrics.survival.after", words::label)
                .column("atRisk", "metrics.survival.atRisk", SurvivalCurve.Point::atRisk)
                .column("stayed", "metrics.survival.stayed", SurvivalCurve.Point::stayed)
                .percent("observed", "metrics.survival.observed", point -> percent(point.survival()))
                .percent("projected", "metrics.survival.projected", point -> percent(point.projected()));
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal share) {
        return share == null ? null : share.movePointRight(2);
    }
}
