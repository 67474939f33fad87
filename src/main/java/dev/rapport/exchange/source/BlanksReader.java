package dev.rapport.exchange.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cells set apart by any run of spaces or tabs, as programs that print columns write them; quoted where they hold some. */
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
            long start = line;
            List<String> cells = text.indexOf('"') < 0 ? split(text) : quoted(text);
            if (cells.stream().anyMatch(it -> !it.isBlank())) {
                return Optional.of(new Row(start, cells));
            }
        }
        return Optional.empty();
    }

    static List<String> split(String text) {
        var cells = new ArrayList<String>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean blank = i == text.length() || isBlank(text.charAt(i));
            if (blank && start >= 0) {
                cells.add(text.substring(start, i));
                start = -1;
            } else if (!blank && start < 0) {
                start = i;
            }
        }
        return cells;
    }

    /** A quoted cell may go on over several lines. */
    private List<String> quoted(String first) throws IOException {
        var cells = new ArrayList<String>();
        var text = new StringBuilder(first);
        int i = 0;
        while (i < text.length()) {
            if (isBlank(text.charAt(i))) {
                i++;
            } else if (text.charAt(i) == '"') {
                var cell = new StringBuilder();
                i = readQuoted(text, i + 1, cell);
                cells.add(cell.toString());
            } else {
                int start = i;
                while (i < text.length() && !isBlank(text.charAt(i))) {
                    i++;
                }
                cells.add(text.substring(start, i));
            }
        }
        return cells;
    }

    /** Answers where the text goes on behind the closing quote. */
    private int readQuoted(StringBuilder text, int start, StringBuilder cell) throws IOException {
        int i = start;
        while (true) {
            while (i < text.length()) {
                char c = text.charAt(i++);
                if (c != '"') {
                    cell.append(c);
                } else if (i < text.length() && text.charAt(i) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    return i;
                }
            }
            String more = lines.readLine();
            if (more == null) {
                return i;
            }
            line++;
            text.append('\n').append(more);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
