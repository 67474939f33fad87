package dev.rapport.metrics.web;

import dev.rapport.metrics.Clv;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.Trace;
import dev.rapport.metrics.formula.Figure;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A figure with everything that it rests on. */
@Component
class TraceTables implements PageTable.Family {

    private static final String VIEW = "metrics/trace";

    /** @param name of a definition, as in the API */
    private record Definition(String name, Figure figure) {}

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of(VIEW, "figure", TraceTables::figure),
                PageTable.of(VIEW, "inputs", TraceTables::inputs),
                new PageTable(
                        VIEW,
                        "definitions",
                        page -> trace(page).clv() != null,
                        page -> definitions(page, trace(page).clv())),
                PageTable.of(VIEW, "snapshots", page -> OverTimeTables.shown(page, page.get("shown")))
                        .where("shown"),
                PageTable.of("metrics/model", "definitions", page -> definitions(page, page.get("clv"))));
    }

    private static Trace trace(TablePage page) {
        return page.get("trace");
    }

    private static TableRows<Tile> figure(TablePage page) {
        Trace trace = trace(page);
        return page.rows(
                        "metrics.title",
                        Stream.concat(Stream.of(trace.tile()), trace.beside().stream())
                                .toList())
                .column(
                        "figure",
                        "snapshots.figure",
                        tile -> page.text("metrics." + tile.metric().code() + ".title"))
                .whole(Tile::figure);
    }

    private static TableRows<Map.Entry<String, Object>> inputs(TablePage page) {
        return page.rows(
                        "metrics.trace.inputs",
                        List.copyOf(trace(page).tile().figure().inputs().entrySet()))
                .column("name", "tables.input", Map.Entry::getKey)
                .column("value", "metrics.value", Map.Entry::getValue);
    }

    private static TableRows<Definition> definitions(TablePage page, @org.jspecify.annotations.Nullable Clv clv) {
        List<Definition> all = clv == null
                ? List.of()
                : List.of(
                        new Definition("discounted", clv.discounted()),
                        new Definition("perpetual", clv.perpetual()),
                        new Definition("simple", clv.simple()),
                        new Definition("historic", clv.historic()),
                        new Definition("predictive", clv.predictive()));
        return page.rows("metrics.model.definitions", all)
                .column("definition", "metrics.clv.which", each -> page.text("metrics.clv." + each.name()))
                .whole(Definition::figure);
    }
}
