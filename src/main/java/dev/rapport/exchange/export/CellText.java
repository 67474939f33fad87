package dev.rapport.exchange.export;

import dev.rapport.exchange.source.Lists;
import dev.rapport.platform.SpreadsheetText;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;

/** Values as an import reads them without being told how; text never looks like a formula. */
final class CellText {
    private CellText() {}

    static String of(ResultSet row, int column, int type, String label) throws SQLException {
        Object value =
                switch (type) {
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> row.getObject(column, OffsetDateTime.class);
                    case Types.TIME -> row.getObject(column, LocalTime.class);
                    default -> row.getObject(column);
                };
        if (value == null) {
            return "";
        } else if (value instanceof OffsetDateTime moment) {
            return moment.toInstant().toString();
        } else if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        } else if (value instanceof Array array) {
            List<String> texts = Arrays.asList((String[]) array.getArray());
            return SpreadsheetText.escaped(label.equals("tags") ? Lists.ofTags(texts) : Lists.ofContacts(texts));
        }
        return value instanceof String text ? SpreadsheetText.escaped(text) : value.toString();
    }
}
