package dev.rapport.exchange.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cells set apart by any run of spaces or tabs, as programs that print columns write them. */
final class BlanksReader implements TableReader {
    private final BufferedReader lines;
    private final BoundedReader bounds;
    private long line;

    BlanksReader(Reader text) {
        this.bounds = new BoundedReader(text);
        this.lines = new BufferedReader(bounds, 1 << 14);
    }

    @Override
    public Optional<Row> next() throws IOException {
        for (String text = lines.readLine(); text != null; text = lines.readLine()) {
            line++;
            bounds.startRecord(line + 1);
            List<String> cells = split(text);
            if (!cells.isEmpty()) {
                return Optional.of(new Row(line, cells));
            }
        }
        return Optional.empty();
    }

    static List<String> split(String text) {
        var cells = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || text.charAt(i) == ' ' || text.charAt(i) == '\t';
            if (blank && start >= 0) {
                cells.add(unquoted(text.substring(start, i)));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return cells;
    }

    private static String unquoted(String cell) {
        boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
        return quoted ? cell.substring(1, cell.length() - 1) : cell;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
