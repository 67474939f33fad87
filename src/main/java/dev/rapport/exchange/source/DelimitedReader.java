package dev.rapport.exchange.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Cells set apart by one character, quoted where they hold it, as RFC 4180 and spreadsheets write them. */
final class DelimitedReader implements TableReader {
    private final BoundedReader bounds;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final boolean sheet;
    private long line;

    DelimitedReader(Reader text, char delimiter) throws IOException {
        this(text, delimiter, false);
    }

    /** Of a workbook that was made a table: its rows count, also empty ones, however many lines a cell has. */
    static DelimitedReader ofSheet(Reader text) throws IOException {
        return new DelimitedReader(text, ',', true);
    }

    private DelimitedReader(Reader text, char delimiter, boolean sheet) throws IOException {
        this.sheet = sheet;
        this.bounds = new BoundedReader(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(!sheet)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        this.parser = CSVParser.builder().setReader(bounds).setFormat(format).get();
        this.records = parser.iterator();
    }

    @Override
    public Optional<Row> next() {
        try {
            while (records.hasNext()) {
                List<String> cells = Arrays.asList(records.next().values());
                long end = parser.getCurrentLineNumber();
                bounds.startRecord(end + 1);
                // Empty lines before it are passed over; line ends inside it belong to it.
                line = sheet ? line + 1 : Math.max(line + 1, end - lineEnds(cells));
                var row = new Row(line, cells);
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new UnreadableFile(Reason.of(null, "exchange.file.malformed", parser.getCurrentLineNumber() + 1));
            }
            throw e;
        }
    }

    private static int lineEnds(List<String> cells) {
        int ends = 0;
        for (String cell : cells) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                boolean ofPair = c == '\r' && i + 1 < cell.length() && cell.charAt(i + 1) == '\n';
                if (c == '\n' || c == '\r' && !ofPair) {
                    ends++;
                }
            }
        }
        return ends;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
