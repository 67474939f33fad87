package dev.rapport.platform;

/**
 * Text that a spreadsheet would take for a formula stands behind an apostrophe in files. A text that begins so by itself gets
 * one more, so that each comes back as it was.
 */
public final class SpreadsheetText {
    private SpreadsheetText() {}

    public static String escaped(String text) {
        return isFormulaBehindApostrophes(text) ? "'" + text : text;
    }

    public static String unescaped(String text) {
        return !text.isEmpty() && text.charAt(0) == '\'' && isFormulaBehindApostrophes(text) ? text.substring(1) : text;
    }

    private static boolean isFormulaBehindApostrophes(String text) {
        int i = 0;
        while (i < text.length() && text.charAt(i) == '\'') {
            i++;
        }
        if (i == text.length()) {
            return false;
        }
        return switch (text.charAt(i)) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠' -> true;
            default -> false;
        };
    }
}
