package dev.rapport.exchange.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The first rows of a file, from which the rest is guessed. */
public record Sample(List<String> header, List<Row> rows) {
    private static final int ROWS = 1000;
    private static final int CHARACTERS = 2_000_000;

    /** Reads as if there were no header. */
    static Sample of(Path file, Dialect dialect) throws IOException {
        var rows = new ArrayList<Row>();
        int characters = 0;
        try (TableReader table = TableReader.openWithHeader(file, dialect)) {
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                rows.add(row.get());
                characters +=
                        row.get().cells().stream().mapToInt(String::length).sum();
                if (rows.size() > ROWS || characters > CHARACTERS) {
                    break;
                }
            }
        }
        return new Sample(List.of(), rows);
    }

    Sample withFirstRowAsHeader() {
        return new Sample(rows.get(0).cells(), rows.subList(1, rows.size()));
    }

    /** The number of columns: the header's, else the most common. */
    public int width() {
        if (!header.isEmpty()) {
            return header.size();
        }
        int[] widths = rows.stream().mapToInt(it -> it.cells().size()).sorted().toArray();
        return widths.length == 0 ? 0 : widths[widths.length / 2];
    }

    /** About how many rows a file of that many bytes has, if they go on like these. */
    public long rowsIn(long bytes) {
        long sampled = rows.stream()
                .mapToLong(row ->
                        row.cells().stream().mapToLong(it -> it.length() + 1).sum())
                .sum();
        return sampled == 0 ? rows.size() : bytes * rows.size() / sampled;
    }

    /** What stands in a column, without the empty cells. */
    public List<String> column(int index) {
        return rows.stream()
                .filter(it -> it.cells().size() > index)
                .map(it -> it.cells().get(index).strip())
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
