package dev.rapport.exchange.source;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The rows of a file one after the other, in constant memory; rows without any content are passed over. */
public interface TableReader extends Closeable {
    /** The next row that holds something, or empty at the end of the file. */
    Optional<Row> next() throws IOException;

    /** The rows below the header. */
    static TableReader open(Path file, Dialect dialect) throws IOException {
        TableReader reader = openWithHeader(file, dialect);
        if (dialect.header()) {
            reader.next();
        }
        return reader;
    }

    static TableReader openWithHeader(Path file, Dialect dialect) throws IOException {
        var text = Encoding.open(file, dialect.charset());
        return dialect.delimiter() == Delimiter.BLANKS
                ? new BlanksReader(text)
                : file.toString().endsWith(Inspection.CONVERTED)
                        ? DelimitedReader.ofSheet(text)
                        : new DelimitedReader(text, dialect.delimiter().symbol().charAt(0));
    }
}
