package dev.rapport.exchange.source;

import java.util.List;

/** Tells whether the first row names the columns. */
final class HeaderDetector {
    private HeaderDetector() {}

    static boolean hasHeader(Sample sample) {
        List<String> first =
                sample.rows().get(0).cells().stream().map(String::strip).toList();
        boolean holdsValues = first.stream().anyMatch(HeaderDetector::isValue);
        if (holdsValues) {
            return false;
        }
        if (first.stream().anyMatch(HeaderNames::knows)) {
            return true;
        }
        Sample rest =
                new Sample(List.of(), sample.rows().subList(1, sample.rows().size()));
        for (int i = 0; i < first.size(); i++) {
            var content = new ColumnContent(rest.column(i));
            if (content.isNumber() || content.isDate() || content.isEmail()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isValue(String cell) {
        var alone = new ColumnContent(cell.isEmpty() ? List.of() : List.of(cell));
        return alone.isNumber() || alone.isDate() || alone.isEmail();
    }
}
