package dev.rapport.exchange.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
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

    DelimitedReader(Reader text, char delimiter) throws IOException {
        this.bounds = new BoundedReader(text);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        this.parser = CSVParser.builder().setReader(bounds).setFormat(format).get();
        this.records = parser.iterator();
    }

    @Override
    public Optional<Row> next() {
        long line = parser.getCurrentLineNumber() + 1;
        try {
            while (records.hasNext()) {
                var row = new Row(line, Arrays.asList(records.next().values()));
                line = parser.getCurrentLineNumber() + 1;
                bounds.startRecord(line);
                if (!row.isBlank()) {
                    return Optional.of(row);
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CSVException) {
                throw new UnreadableFile(Reason.of(null, "exchange.file.malformed", line));
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
