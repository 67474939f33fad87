package dev.rapport.exchange.convert;

import dev.rapport.exchange.source.Encoding;
import dev.rapport.exchange.source.Field;
import dev.rapport.platform.SpreadsheetText;
import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes address cards of any version, many in a file, one row each; groups of them aren't anybody. */
final class Cards {
    private static final List<Field> COLUMNS = List.of(
            Field.CUSTOMER_KEY,
            Field.EXTERNAL_ID,
            Field.NAME,
            Field.PERSON_OR_COMPANY,
            Field.EMAILS,
            Field.PHONES,
            Field.COMPANY,
            Field.ROLE,
            Field.STAGE,
            Field.SOURCE,
            Field.LANGUAGE,
            Field.COUNTRY,
            Field.CITY,
            Field.ADDRESS,
            Field.WEBSITE,
            Field.BIRTHDAY,
            Field.ACQUIRED_ON,
            Field.TAGS,
            Field.NEEDS,
            Field.ABOUT,
            Field.ARCHIVED);

    private Cards() {}

    static void write(Path file, Writer out) throws IOException {
        var csv = new CSVPrinter(out, CSVFormat.RFC4180);
        csv.printRecord(COLUMNS.stream().map(Field::code).toList());
        try (Reader text = Encoding.open(file, Encoding.detect(file));
                VCardReader cards = new VCardReader(text)) {
            for (VCard card = cards.readNext(); card != null; card = cards.readNext()) {
                if (!CardRow.isGroup(card)) {
                    Map<Field, String> row = CardRow.of(card);
                    csv.printRecord(COLUMNS.stream()
                            .map(it -> SpreadsheetText.escaped(row.getOrDefault(it, "")))
                            .toList());
                }
            }
        }
        csv.flush();
    }
}
