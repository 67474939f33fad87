package dev.rapport.exchange.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Writes rows as they come from the database, none of which stays in memory, and says how many. */
final class CsvFile implements ResultSetExtractor<Long> {
    private final Writer out;

    CsvFile(Writer out) {
        this.out = out;
    }

    @Override
    public Long extractData(ResultSet rows) throws SQLException {
        try {
            // Spreadsheets take a file without this mark for their own old encoding.
            out.write('\uFEFF');
            long written = write(rows, new CSVPrinter(out, CSVFormat.RFC4180));
            out.flush();
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long write(ResultSet rows, CSVPrinter csv) throws SQLException, IOException {
        ResultSetMetaData columns = rows.getMetaData();
        int width = columns.getColumnCount();
        String[] labels = new String[width];
        int[] types = new int[width];
        for (int i = 0; i < width; i++) {
            labels[i] = columns.getColumnLabel(i + 1);
            types[i] = columns.getColumnType(i + 1);
        }
        csv.printRecord((Object[]) labels);
        long written = 0;
        while (rows.next()) {
            written++;
            for (int i = 0; i < width; i++) {
                csv.print(CellText.of(rows, i + 1, types[i], labels[i]));
            }
            csv.println();
        }
        return written;
    }
}
