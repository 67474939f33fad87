package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of a table with what each column makes of them. */
final class TableRows<R> {

    /**
     * @param name in JSON
     * @param unit null for words, days and plain numbers
     */
    record Column<R>(String name, String label, @Nullable String unit, Function<R, @Nullable Object> value) {}

    private final TablePage page;
    private final String title;
    private final Iterable<R> rows;
    private final List<Column<R>> columns = new ArrayList<>();

    TableRows(TablePage page, String title, Iterable<R> rows) {
        this.page = page;
        this.title = title;
        this.rows = rows;
    }

    /** The label is the key of a message. */
    TableRows<R> column(String name, String label, Function<R, @Nullable Object> value) {
        return add(name, page.text(label), null, value);
    }

    TableRows<R> money(String name, String label, Function<R, @Nullable Object> value) {
        return add(name, page.text(label), page.currency(), value);
    }

    TableRows<R> percent(String name, String label, Function<R, @Nullable Object> value) {
        return add(name, page.text(label), Unit.PERCENT.name(), value);
    }

    /** In the unit of the figures, which is the same in all rows. */
    TableRows<R> figure(String name, String label, Unit unit, Function<R, @Nullable Figure> value) {
        return add(
                name,
                page.text(label),
                unit == Unit.MONEY ? page.currency() : unit == Unit.COUNT ? null : unit.name(),
                row -> {
                    Figure figure = value.apply(row);
                    return figure == null ? null : figure.value();
                });
    }

    /** Under a label that isn't a message's. */
    TableRows<R> add(String name, String label, @Nullable String unit, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, label, unit, value));
        return this;
    }

    /** All that a figure of its own row has to say; their units differ. */
    TableRows<R> whole(Function<R, @Nullable Figure> figure) {
        return column("value", "metrics.value", of(figure, Figure::value))
                .column("unit", "tables.unit", of(figure, Figure::unit))
                .column("currency", "tables.currency", of(figure, Figure::currency))
                .column("n", "metrics.n", of(figure, Figure::n))
                .column(
                        "low",
                        "tables.low",
                        of(
                                figure,
                                each -> each.interval() == null
                                        ? null
                                        : each.interval().low()))
                .column(
                        "high",
                        "tables.high",
                        of(
                                figure,
                                each -> each.interval() == null
                                        ? null
                                        : each.interval().high()))
                .column("standardError", "metrics.error", of(figure, Figure::standardError))
                .column("asOf", "metrics.knownOn", of(figure, Figure::asOf))
                .column(
                        "formula",
                        "metrics.formula",
                        of(
                                figure,
                                each -> text(
                                        each.formula().key(), each.formula().arguments())))
                .column(
                        "reason",
                        "tables.reason",
                        of(
                                figure,
                                each -> each.reason() == null
                                        ? null
                                        : text(
                                                each.reason().key(),
                                                each.reason().arguments())));
    }

    private Function<R, @Nullable Object> of(
            Function<R, @Nullable Figure> figure, Function<Figure, @Nullable Object> part) {
        return row -> {
            Figure found = figure.apply(row);
            return found == null ? null : part.apply(found);
        };
    }

    private String text(String key, List<Object> arguments) {
        return page.text(key, arguments.toArray());
    }

    String title() {
        return title;
    }

    List<Column<R>> columns() {
        return columns;
    }

    Iterable<R> rows() {
        return rows;
    }

    /** Revenue (EUR), Conversion (%) */
    String heading(Column<R> column) {
        String unit = column.unit();
        if (unit == null) {
            return column.label();
        }
        boolean ours = unit.equals(page.currency());
        return page.text("tables.heading", column.label(), ours ? unit : page.text("tables.unit." + unit));
    }
}
