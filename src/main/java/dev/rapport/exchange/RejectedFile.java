package dev.rapport.exchange;

import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.ReasonColumn;
import dev.rapport.exchange.source.Row;
import dev.rapport.exchange.source.TableReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/** Writes the rows that stayed out as they came, each with its reason in a last column, ready to be mended and sent again. */
@Component
public class RejectedFile {
    private static final int AT_ONCE = 1000;

    private final ImportRecords records;
    private final ImportPlans plans;
    private final Uploads uploads;

    RejectedFile(ImportRecords records, ImportPlans plans, Uploads uploads) {
        this.records = records;
        this.plans = plans;
        this.uploads = uploads;
    }

    /** Uploads are kept for a while only. */
    public boolean isThere(ImportDetails details) {
        return uploads.isHere(details.storedAs());
    }

    public void write(ImportDetails details, Writer out, String heading, Function<Reason, String> wording)
            throws IOException {
        FilePlan plan = plans.plan(details.kind(), details.storedAs(), details.mapping());
        var csv = new CSVPrinter(out, CSVFormat.RFC4180);
        if (!plan.sample().header().isEmpty()) {
            csv.printRecord(with(plan.sample().header(), 0, heading));
        }
        Deque<RejectedRow> rejected = new ArrayDeque<>(records.rejected(details.id(), AT_ONCE, 0));
        try (TableReader table = TableReader.open(uploads.path(details.storedAs()), plan.dialect())) {
            while (!rejected.isEmpty()) {
                Optional<Row> row = table.next();
                if (row.isEmpty()) {
                    break;
                }
                if (row.get().line() == rejected.element().line()) {
                    RejectedRow one = rejected.remove();
                    csv.printRecord(with(
                            row.get().cells(), plan.sample().width(), ReasonColumn.MARK + wording.apply(one.reason())));
                    if (rejected.isEmpty()) {
                        rejected.addAll(records.rejected(details.id(), AT_ONCE, one.line()));
                    }
                }
            }
        }
        csv.flush();
    }

    /** A short row is filled up, so that its reason stands below the others'. */
    private static List<String> with(List<String> cells, int width, String last) {
        var all = new ArrayList<String>();
        cells.forEach(it -> all.add(ReasonColumn.safe(it)));
        while (all.size() < width) {
            all.add("");
        }
        all.add(last);
        return all;
    }
}
