package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.formula.Rfm;
import dev.rapport.metrics.rfm.RfmBoard;
import dev.rapport.metrics.rfm.RfmCustomer;
import dev.rapport.metrics.rfm.RfmMap;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The segments, where they are cut, and everybody in one of them. */
@Component
class RfmTables implements PageTable.Family {

    private static final int AT_ONCE = 500;

    private record Cuts(String score, List<BigDecimal> at) {}

    private final RfmMap map;

    RfmTables(RfmMap map) {
        this.map = map;
    }

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of("metrics/rfm", "segments", RfmTables::segments),
                new PageTable("metrics/rfm", "cuts", page -> board(page).scores() != null, RfmTables::cuts),
                PageTable.of("metrics/rfm-segment", "customers", this::customers));
    }

    private static RfmBoard board(TablePage page) {
        return page.get("board");
    }

    private static TableRows<RfmBoard.Row> segments(TablePage page) {
        return page.rows("metrics.rfm.title", board(page).rows())
                .column(
                        "segment",
                        "tables.segment",
                        row -> page.text("metrics.rfm." + RfmController.code(row.segment())))
                .column("customers", "metrics.customers", RfmBoard.Row::customers)
                .money("revenue", "metrics.revenue.title", RfmBoard.Row::revenue)
                .money("clv", "metrics.rfm.clv", RfmBoard.Row::clv)
                .column(
                        "do",
                        "tables.do",
                        row -> page.text("metrics.rfm." + RfmController.code(row.segment()) + ".do"));
    }

    private static TableRows<Cuts> cuts(TablePage page) {
        Rfm scores = Objects.requireNonNull(board(page).scores());
        TableRows<Cuts> rows = page.rows(
                        "metrics.rfm.how",
                        List.of(
                                new Cuts("recency", scores.recency().cuts(1)),
                                new Cuts("frequency", scores.frequency().cuts(1)),
                                new Cuts("amount", scores.amount().cuts(10_000))))
                .column("score", "metrics.rfm.score", cuts -> page.text("metrics.rfm." + cuts.score()));
        for (int i = 0; i < 4; i++) {
            int at = i;
            rows.add(
                    "at" + 20 * (i + 1),
                    20 * (i + 1) + "%",
                    null,
                    cuts -> cuts.at().get(at));
        }
        return rows;
    }

    /** All of them, page by page. */
    private TableRows<RfmCustomer> customers(TablePage page) {
        RfmBoard.Row row = page.get("row");
        Iterable<RfmCustomer> all = () -> new Iterator<>() {
            private Slice<RfmCustomer> slice = slice(null);
            private int at;

            private Slice<RfmCustomer> slice(@Nullable String after) {
                return map.customers(
                        board(page), CustomerGroup.EVERYBODY, row.segment(), Cursor.decode(after), AT_ONCE);
            }

            @Override
            public boolean hasNext() {
                if (at == slice.items().size() && slice.next() != null) {
                    slice = slice(slice.next());
                    at = 0;
                }
                return at < slice.items().size();
            }

            @Override
            public RfmCustomer next() {
                return slice.items().get(at++);
            }
        };
        return page.rows("metrics.rfm.title", all)
                .column("id", "tables.id", RfmCustomer::customerId)
                .column("externalId", "tables.externalId", RfmCustomer::externalId)
                .column("customer", "metrics.customer", RfmCustomer::name)
                .column("score", "metrics.rfm.score", RfmCustomer::code)
                .column("recency", "metrics.rfm.recency", RfmCustomer::recency)
                .column("frequency", "metrics.rfm.frequency", RfmCustomer::frequency)
                .money("amount", "metrics.rfm.amount", RfmCustomer::amount);
    }
}
