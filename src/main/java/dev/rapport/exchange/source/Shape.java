package dev.rapport.exchange.source;

import java.util.ArrayList;
import java.util.List;

/** What makes two files the same kind of file: their headings, or without any how many columns there are and what they hold. */
public final class Shape {
    private static final String BETWEEN = "\u001F";

    private Shape() {}

    public static String of(Sample sample) {
        var parts = new ArrayList<String>();
        List<String> header = sample.header();
        for (int i = 0; i < sample.width(); i++) {
            if (!ReasonColumn.is(sample, i)) {
                parts.add(
                        i < header.size() ? HeaderNames.key(header.get(i)) : held(new ColumnContent(sample.column(i))));
            }
        }
        return (header.isEmpty() ? "holds" : "names") + BETWEEN + String.join(BETWEEN, parts);
    }

    private static String held(ColumnContent content) {
        return content.isDate() ? "date" : content.isEmail() ? "email" : content.isNumber() ? "number" : "text";
    }
}
