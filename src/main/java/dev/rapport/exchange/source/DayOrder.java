package dev.rapport.exchange.source;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads a day of nothing but figures by hand: a formatter takes ten times as long, and a file has a million of them. */
final class DayOrder {
    private final String order;
    private final char separator;

    private DayOrder(String order, char separator) {
        this.order = order;
        this.separator = separator;
    }

    /** Null for a pattern that isn't three numbers with a sign between them. */
    static @Nullable DayOrder of(String pattern) {
        String order = pattern.replaceAll("[^yMd]", "").replaceAll("(.)\\1+", "$1");
        String signs = pattern.replaceAll("[yMd]", "");
        boolean months = pattern.contains("MMM");
        boolean fourDigits = pattern.contains("yyyy");
        if (order.length() != 3 || months || !fourDigits) {
            return null;
        }
        if (signs.isEmpty()) {
            return pattern.equals("yyyyMMdd") ? new DayOrder(order, '\0') : null;
        }
        boolean two = signs.length() == 2 && signs.charAt(0) == signs.charAt(1);
        return two ? new DayOrder(order, signs.charAt(0)) : null;
    }

    /** Null where the text isn't exactly that, so that somebody slower may have a look. */
    @Nullable
    LocalDate read(String text) {
        int length = text.length();
        if (length < 8 || length > 10) {
            return null;
        }
        if (separator == '\0') {
            return length == 8 ? day(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8)) : null;
        }
        int first = text.indexOf(separator);
        int second = text.indexOf(separator, first + 1);
        if (first < 1 || second < 0) {
            return null;
        }
        int year = 0;
        int month = 0;
        int day = 0;
        int[] ends = {first, second, length};
        int start = 0;
        for (int i = 0; i < 3; i++) {
            int value = number(text, start, ends[i]);
            int digits = ends[i] - start;
            start = ends[i] + 1;
            char part = order.charAt(i);
            if (value < 0 || (part == 'y' ? digits != 4 : digits > 2)) {
                return null;
            }
            switch (part) {
                case 'y' -> year = value;
                case 'M' -> month = value;
                default -> day = value;
            }
        }
        return day(year, month, day);
    }

    private static @Nullable LocalDate day(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1 || day > 31) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Below zero where a character is no ASCII digit. */
    private static int number(String text, int from, int to) {
        int number = from < to ? 0 : -1;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
