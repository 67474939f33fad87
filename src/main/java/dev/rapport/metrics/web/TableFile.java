package dev.rapport.metrics.web;

import dev.rapport.metrics.web.TableRows.Column;
import dev.rapport.platform.SpreadsheetText;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Writes a table row by row: numbers as numbers, days as ISO has them, words that no spreadsheet takes for a formula. */
record TableFile(String name, TableRows<?> table) {

    void csv(Writer out) throws IOException {
        // Spreadsheets take a file without this mark for their own old encoding.
        out.write('\uFEFF');
        csv(table, new CSVPrinter(out, CSVFormat.RFC4180));
        out.flush();
    }

    private static <R> void csv(TableRows<R> table, CSVPrinter csv) throws IOException {
        for (Column<R> column : table.columns()) {
            csv.print(SpreadsheetText.escaped(table.heading(column)));
        }
        csv.println();
        for (R row : table.rows()) {
            for (Column<R> column : table.columns()) {
                csv.print(cell(column.value().apply(row)));
            }
            csv.println();
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value instanceof Number ? value.toString() : SpreadsheetText.escaped(value.toString());
    }

    void json(Writer out, JsonMapper mapper) {
        try (JsonGenerator json = mapper.createGenerator(out)) {
            json(table, json);
        }
    }

    private <R> void json(TableRows<R> table, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("table", name);
        json.writeStringProperty("title", table.title());
        json.writeArrayPropertyStart("columns");
        for (Column<R> column : table.columns()) {
            json.writeStartObject();
            json.writeStringProperty("name", column.name());
            json.writeStringProperty("label", column.label());
            json.writeStringProperty("unit", column.unit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("rows");
        for (R row : table.rows()) {
            json.writeStartObject();
            for (Column<R> column : table.columns()) {
                json.writeName(column.name());
                write(column.value().apply(row), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(@Nullable Object value, JsonGenerator json) {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            if (Double.isFinite(number)) {
                json.writeNumber(number);
            } else {
                json.writeNull();
            }
        } else {
            json.writeString(value.toString());
        }
    }
}
