package dev.rapport.metrics.web;

import dev.rapport.metrics.WhatIf;
import dev.rapport.metrics.acquisition.AcquisitionBoard;
import dev.rapport.metrics.acquisition.AcquisitionBoard.Row;
import dev.rapport.metrics.acquisition.AcquisitionQuery;
import dev.rapport.metrics.formula.AbTest;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.metrics.formula.Variant;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What winning customers costs and brings, and what was reckoned beside it. */
@Component
class AcquisitionTables implements PageTable.Family {

    private static final String VIEW = "metrics/acquisition";

    private record Side(
            String name, @Nullable BigDecimal now, @Nullable BigDecimal then) {}

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of(VIEW, "channels", AcquisitionTables::channels),
                PageTable.of(VIEW, "costs", AcquisitionTables::costs),
                PageTable.of("metrics/experiments", "variants", AcquisitionTables::variants)
                        .where("result"),
                PageTable.of("metrics/what-if", "what-if", AcquisitionTables::whatIf)
                        .where("now"));
    }

    private static TableRows<Row> channels(TablePage page) {
        AcquisitionBoard board = page.get("board");
        return page.rows("metrics.acquisition.channels", board.channels())
                .column("channel", "metrics.channel", Row::channel)
                .figure("spend", "metrics.acquisition.spend", Unit.MONEY, Row::spend)
                .figure("leads", "metrics.acquisition.leads", Unit.COUNT, Row::leads)
                .figure("conversion", "metrics.acquisition.conversion", Unit.PERCENT, Row::conversion)
                .figure("newCustomers", "metrics.acquisition.newCustomers", Unit.COUNT, Row::newCustomers)
                .figure("cpl", "metrics.acquisition.cpl", Unit.MONEY, Row::cpl)
                .figure("cac", "metrics.acquisition.cac", Unit.MONEY, Row::cac)
                .figure("ltv", "metrics.acquisition.ltv", Unit.MONEY, Row::ltv)
                .figure("ltvToCac", "metrics.acquisition.ltvToCac", Unit.COUNT, Row::ltvToCac)
                .figure("paybackMonths", "metrics.acquisition.paybackMonths", Unit.COUNT, Row::paybackMonths);
    }

    private static TableRows<AcquisitionQuery.Cost> costs(TablePage page) {
        List<AcquisitionQuery.Cost> costs = page.get("costs");
        return page.rows("metrics.cost.list", costs)
                .column("id", "tables.id", AcquisitionQuery.Cost::id)
                .column("day", "metrics.cost.day", AcquisitionQuery.Cost::spentOn)
                .column("channel", "metrics.channel", AcquisitionQuery.Cost::channel)
                .money("amount", "metrics.cost.amount", AcquisitionQuery.Cost::amount)
                .column("note", "metrics.cost.note", AcquisitionQuery.Cost::note);
    }

    private static TableRows<Variant> variants(TablePage page) {
        AbTest result = page.get("result");
        return page.rows("metrics.ab.result", result.variants())
                .column("version", "metrics.ab.name", Variant::name)
                .column("trials", "metrics.ab.trials", Variant::trials)
                .column("successes", "metrics.ab.successes", Variant::successes)
                .percent(
                        "share",
                        "metrics.ab.share",
                        variant -> variant.trials() == 0 ? null : 100.0 * variant.successes() / variant.trials());
    }

    private static TableRows<Side> whatIf(TablePage page) {
        WhatIf now = page.get("now");
        WhatIf then = page.get("then");
        List<Side> rows = List.of(
                side(page.text("metrics.whatif.value"), now, then, WhatIf::value),
                side(page.text("metrics.whatif.equity", now.customers()), now, then, WhatIf::equity),
                side(page.text("metrics.whatif.gain", now.newCustomers()), now, then, WhatIf::gain),
                side(page.text("metrics.acquisition.ltvToCac"), now, then, WhatIf::ratio));
        return page.rows("metrics.whatif.title", rows)
                .column("figure", "metrics.whatif.number", Side::name)
                .column("now", "metrics.whatif.now", Side::now)
                .column("then", "metrics.whatif.then", Side::then);
    }

    private static Side side(String name, WhatIf now, WhatIf then, Function<WhatIf, @Nullable BigDecimal> part) {
        return new Side(name, part.apply(now), part.apply(then));
    }
}
