package dev.rapport.exchange.convert;

import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.UnreadableFile;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Writes the first sheet of an Excel workbook, row by row. */
final class Workbook {
    private static final boolean ERRORS_AS_CELLS = true;

    private Workbook() {}

    static void write(Path file, Writer out) throws IOException {
        Archive.check(file);
        var csv = new CSVPrinter(out, CSVFormat.RFC4180);
        try (ReadableWorkbook workbook = open(file);
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            var cells = new SheetCell(workbook.isDate1904());
            int line = 1;
            for (Iterator<Row> all = rows.iterator(); all.hasNext(); line++) {
                Row row = all.next();
                // Rows without any cell aren't stored: the empty lines keep the others' numbers.
                for (; line < row.getRowNum(); line++) {
                    csv.println();
                }
                print(row, cells, csv);
            }
            csv.flush();
        } catch (ExcelReaderException | ClassCastException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnreadableFile(Reason.of("file", "exchange.file.damaged"));
        }
    }

    /** Some programs leave the formats out; dates are plain numbers then. */
    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(true, ERRORS_AS_CELLS));
        } catch (ExcelReaderException e) {
            return new ReadableWorkbook(file.toFile(), new ReadingOptions(false, ERRORS_AS_CELLS));
        }
    }

    private static void print(Row row, SheetCell cells, CSVPrinter csv) throws IOException {
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.hasCell(i) ? row.getCell(i) : null;
            csv.print(cell == null ? "" : cells.text(cell));
        }
        csv.println();
    }
}
