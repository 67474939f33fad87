package dev.rapport.exchange.source;

import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Takes off what people and programs write around a number. */
final class NumberText {
    private static final Set<String> CURRENCIES = new HashSet<>(Set.of(
            "RMB", "CN", "US", "HK", "NT", "CA", "AU", "NZ", "SG", "R", "FR", "KR", "KČ", "ZŁ", "FT", "元", "圆", "円",
            "人民币"));

    static {
        Currency.getAvailableCurrencies().forEach(it -> CURRENCIES.add(it.getCurrencyCode()));
    }

    private NumberText() {}

    /** Digits, points and commas, with a minus before them where the number is below zero; else whatever is in the way. */
    static String bare(String text) {
        String number = narrow(text);
        boolean negative = number.indexOf('(') >= 0 && number.endsWith(")") && number.length() > 2;
        if (negative) {
            number = number.substring(0, number.length() - 1).replaceFirst("\\(", "");
        }
        number = withoutCurrency(number);
        boolean minusBehind = number.length() > 1 && number.endsWith("-");
        if (minusBehind) {
            number = number.substring(0, number.length() - 1);
        }
        return negative || minusBehind ? "-" + number : number;
    }

    /** Without blanks and signs of currencies; wide digits and signs as narrow ones. */
    private static String narrow(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\uFF08' && c <= '\uFF19') {
                c -= 0xFEE0;
            }
            if (c == '\u2212' || c == '\u2013') {
                out.append('-');
            } else if (!isOrnament(c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String withoutCurrency(String text) {
        if (text.startsWith("-")) {
            return "-" + withoutCurrency(text.substring(1));
        }
        int start = 0;
        while (start < text.length() && Character.isLetter(text.charAt(start))) {
            start++;
        }
        int end = text.length();
        while (end > start && Character.isLetter(text.charAt(end - 1))) {
            end--;
        }
        String before = text.substring(0, start);
        String after = text.substring(end);
        // "Fr. 12.50": the point belongs to the word.
        int point = !before.isEmpty() && start < end && text.charAt(start) == '.' ? 1 : 0;
        return isCurrency(before) && isCurrency(after) ? text.substring(start + point, end) : text;
    }

    private static boolean isCurrency(String word) {
        return word.isEmpty() || CURRENCIES.contains(word.toUpperCase(Locale.ROOT));
    }

    private static boolean isOrnament(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == '\''
                || c == '\u2019'
                || c == '+'
                || Character.getType(c) == Character.CURRENCY_SYMBOL;
    }
}
