package dev.rapport.metrics.web;

import dev.rapport.metrics.model.Optimum;
import dev.rapport.metrics.predictive.EquityMove;
import dev.rapport.metrics.predictive.StoredFit;
import dev.rapport.metrics.predictive.TopBuyer;
import dev.rapport.metrics.predictive.Tracking;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the models say, and whether to believe them. */
@Component
class ModelTables implements PageTable.Family {

    private static final String VIEW = "metrics/model";

    private record Parameter(String name, double value, double error) {}

    private record Step(
            String name, @Nullable LocalDate day, @Nullable Long customers, BigDecimal amount) {}

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of(VIEW, "tracking", ModelTables::tracking).where("tracking"),
                PageTable.of(VIEW, "repeats", ModelTables::repeats).where("repeatsChart"),
                PageTable.of(VIEW, "move", ModelTables::move).where("move"),
                PageTable.of(VIEW, "parameters", ModelTables::parameters).where("fit"),
                PageTable.of("metrics/clv-customers", "customers", ModelTables::customers)
                        .where("buyers"));
    }

    private static TableRows<Tracking.Week> tracking(TablePage page) {
        Tracking tracking = page.get("tracking");
        return page.rows("metrics.model.tracking", tracking.weeks())
                .column("weekTo", "metrics.model.week", Tracking.Week::end)
                .column("seen", "metrics.model.seen", Tracking.Week::seen)
                .column("expected", "metrics.model.expected", Tracking.Week::expected);
    }

    private static TableRows<Integer> repeats(TablePage page) {
        StoredFit fit = page.get("fit");
        return page.rows(
                        "metrics.model.repeats",
                        IntStream.range(0, fit.seen().size()).boxed().toList())
                .column("repeats", "metrics.model.repeats.times", x -> x)
                .column("seen", "metrics.model.seen", fit.seen()::get)
                .column("expected", "metrics.model.expected", fit.expected()::get);
    }

    private static TableRows<Step> move(TablePage page) {
        EquityMove move = page.get("move");
        return page.rows(
                        "metrics.model.move",
                        List.of(
                                new Step("start", move.from(), null, move.start()),
                                new Step("new", null, move.freshCustomers(), move.fresh()),
                                new Step("grown", null, move.grownCustomers(), move.grown()),
                                new Step("lost", null, move.lostCustomers(), move.lost()),
                                new Step("end", move.to(), null, move.end())))
                .column("step", "tables.step", Step::name)
                .column("day", "goals.day", Step::day)
                .column("customers", "metrics.customers", Step::customers)
                .money("amount", "metrics.value", Step::amount);
    }

    private static TableRows<Parameter> parameters(TablePage page) {
        StoredFit fit = page.get("fit");
        List<Parameter> all = new ArrayList<>();
        add(all, fit.purchases(), "r", "alpha", "a", "b");
        add(all, fit.spending(), "p", "q", "v");
        return page.rows("metrics.model.parameters", all)
                .column("parameter", "metrics.model.parameter", Parameter::name)
                .column("value", "metrics.value", Parameter::value)
                .column("standardError", "metrics.error", Parameter::error);
    }

    private static void add(List<Parameter> all, @Nullable Optimum found, String... names) {
        for (int i = 0; found != null && i < names.length; i++) {
            all.add(new Parameter(names[i], found.parameters()[i], found.standardError(i)));
        }
    }

    private static TableRows<TopBuyer> customers(TablePage page) {
        List<TopBuyer> buyers = page.get("buyers");
        return page.rows("metrics.buyers.title", buyers)
                .column("id", "tables.id", TopBuyer::id)
                .column("customer", "metrics.customer", TopBuyer::name)
                .money("clv", "metrics.buyers.clv", TopBuyer::revenue)
                .percent("alive", "metrics.buyers.alive", TopBuyer::alivePercent)
                .column("purchases", "metrics.buyers.purchases", TopBuyer::purchases)
                .money("spend", "metrics.buyers.value", TopBuyer::spend)
                .column("days", "metrics.buyers.x", TopBuyer::days)
                .column("weeks", "metrics.buyers.last", TopBuyer::weeks);
    }
}
