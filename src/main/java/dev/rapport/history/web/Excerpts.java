package dev.rapport.history.web;

import dev.rapport.history.web.ReadableChange.Difference;

/** Of two long texts the part in which they differ, with a little of what stands around it. */
final class Excerpts {
    private static final int LONG = 240;
    private static final int AROUND = 60;
    private static final String CUT = "…";

    private Excerpts() {}

    static Difference of(Difference whole) {
        String was = whole.was();
        String is = whole.is();
        if (was.length() <= LONG && is.length() <= LONG) {
            return whole;
        }
        int shorter = Math.min(was.length(), is.length());
        int start = 0;
        while (start < shorter && was.charAt(start) == is.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && was.charAt(was.length() - 1 - end) == is.charAt(is.length() - 1 - end)) {
            end++;
        }
        return new Difference(whole.label(), cut(was, start, end), cut(is, start, end));
    }

    private static String cut(String text, int same, int sameAtEnd) {
        if (text.isEmpty()) {
            return text;
        }
        int from = Math.max(0, same - AROUND);
        int to = Math.min(text.length(), text.length() - sameAtEnd + AROUND);
        boolean tooLong = to - from > 4 * LONG;
        int last = tooLong ? from + 4 * LONG : to;
        return (from > 0 ? CUT : "") + whole(text, from, last) + (last < text.length() ? CUT : "");
    }

    /** No half of a surrogate pair at either end. */
    private static String whole(String text, int from, int to) {
        int first = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
        int last = to < text.length() && Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
        return text.substring(first, Math.max(first, last));
    }
}
