package dev.rapport.exchange.source;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds the delimiter by trying each on the head of the file: the right one gives every row the same number of cells. */
final class DialectDetector {
    private static final int HEAD = 1 << 16;
    private static final int ROWS = 200;
    private static final double STEADY = 0.9;
    private static final Pattern FIGURE = Pattern.compile("-?[0-9][0-9.,/:-]*");

    private DialectDetector() {}

    static Delimiter delimiter(Path file, Charset charset) throws IOException {
        char[] head = new char[HEAD];
        int length;
        try (Reader reader = Encoding.open(file, charset)) {
            length = fill(reader, head);
        }
        String text = new String(head, 0, length);
        boolean whole = length < HEAD;
        Shape best = shape(text, whole, Delimiter.COMMA);
        // In this order: where semicolons or tabs stand steadily, commas are decimal signs.
        for (Delimiter delimiter : List.of(Delimiter.SEMICOLON, Delimiter.TAB)) {
            Shape shape = shape(text, whole, delimiter);
            if (shape.isTable()) {
                best = shape;
            }
        }
        Shape blanks = shape(text, whole, Delimiter.BLANKS);
        boolean columns = blanks.isTable() && (blanks.mostlyFigures() || blanks.isNamed() && !best.isNamed());
        return columns && blanks.width > best.width ? Delimiter.BLANKS : best.delimiter;
    }

    private static int fill(Reader reader, char[] buffer) throws IOException {
        int length = 0;
        while (length < buffer.length) {
            int n = reader.read(buffer, length, buffer.length - length);
            if (n < 0) {
                break;
            }
            length += n;
        }
        return length;
    }

    private static Shape shape(String text, boolean whole, Delimiter delimiter) throws IOException {
        var rows = new ArrayList<Row>();
        var reader = new StringReader(text);
        try (TableReader table = delimiter == Delimiter.BLANKS
                ? new BlanksReader(reader)
                : new DelimitedReader(reader, delimiter.symbol().charAt(0))) {
            for (Optional<Row> row = table.next(); row.isPresent() && rows.size() < ROWS; row = table.next()) {
                rows.add(row.get());
            }
        } catch (UnreadableFile malformed) {
            return new Shape(delimiter, 0, 0, rows);
        }
        if (!whole && rows.size() < ROWS && rows.size() > 1) {
            rows.remove(rows.size() - 1);
        }
        return Shape.of(delimiter, rows);
    }

    /** How a delimiter cuts the head: the usual number of cells, and the share of rows that have it. */
    private record Shape(Delimiter delimiter, int width, double steadiness, List<Row> rows) {
        static Shape of(Delimiter delimiter, List<Row> rows) {
            Map<Integer, Long> widths = rows.stream()
                    .map(it -> it.cells().size())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            return widths.entrySet().stream()
                    .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(it -> new Shape(delimiter, it.getKey(), (double) it.getValue() / rows.size(), rows))
                    .orElse(new Shape(delimiter, 0, 0, rows));
        }

        boolean isTable() {
            return width > 1 && steadiness >= STEADY;
        }

        /** Names in a single column are two or three words, but hardly ever all words that name columns. */
        boolean isNamed() {
            return width > 2 && rows.get(0).cells().stream().allMatch(HeaderNames::knows);
        }

        boolean mostlyFigures() {
            Row last = rows.get(rows.size() - 1);
            long figures = last.cells().stream()
                    .filter(it -> FIGURE.matcher(it).matches())
                    .count();
            return figures * 2 > last.cells().size();
        }
    }
}
