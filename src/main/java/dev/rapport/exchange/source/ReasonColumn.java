package dev.rapport.exchange.source;

import dev.rapport.platform.SpreadsheetText;
import java.util.List;

/** The column that a file of rejected rows says why in; when the mended rows come back nothing is made of it. */
public final class ReasonColumn {
    public static final String MARK = "⚠ ";

    private ReasonColumn() {}

    static boolean is(Sample sample, int column) {
        List<String> values = sample.column(column);
        return !values.isEmpty() && values.stream().allMatch(it -> it.startsWith(MARK.strip()));
    }

    /** A cell as it came, but for what a spreadsheet would run; read again it means the same. */
    public static String safe(String cell) {
        return cell.startsWith("'") || DecimalSign.looksNumeric(cell) ? cell : SpreadsheetText.escaped(cell);
    }
}
