package dev.rapport.metrics.model;

import dev.rapport.metrics.formula.ReferenceValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The summary of 2,357 real customers that the models were published with: id, x, tx, T and perhaps m, in weeks. */
final class Cdnow {

    private Cdnow() {}

    static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(ReferenceValues.file(file)).stream()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(","))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Buyers buyers() {
        Buyers.Collector buyers = new Buyers.Collector();
        for (String[] row : rows("cdnow_customers_summary.csv")) {
            buyers.add(
                    (int) Double.parseDouble(row[1].strip()),
                    Double.parseDouble(row[2].strip()),
                    Double.parseDouble(row[3].strip()));
        }
        return buyers.buyers();
    }

    static Spending spending() {
        Spending spending = new Spending();
        for (String[] row : rows("cdnow_customers_summary_with_transactions.csv")) {
            spending.add((int) Double.parseDouble(row[1].strip()), Double.parseDouble(row[4].strip()));
        }
        return spending;
    }
}
