package dev.rapport.exchange.source;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** 500 customers as files of every encoding and delimiter, with line ends of all kinds, also inside cells. */
public final class SameCustomers {
    private static final List<String> HEADER =
            List.of("externalId", "name", "email", "phone", "city", "birthday", "tags", "about");
    private static final List<String> LINE_ENDS = List.of("\r\n", "\n", "\r");

    private SameCustomers() {}

    public static List<List<String>> rows(String name, String city) {
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < 500; i++) {
            rows.add(List.of(
                    "C" + i,
                    name + " " + i,
                    "person" + i + "@example.com",
                    i % 3 == 0 ? "" : "+49 30 " + (1_000_000 + i),
                    city,
                    LocalDate.of(1980, 1 + i % 12, 1 + i % 28).toString(),
                    "vip," + i,
                    i % 7 == 0 ? "Says \"yes\";\nthen, perhaps,\tno" : ""));
        }
        return rows;
    }

    public static byte[] file(String encoding, Delimiter delimiter, boolean marked, List<List<String>> rows) {
        var text = new StringBuilder(marked ? "\uFEFF" : "");
        int line = 0;
        for (List<String> cells :
                Stream.concat(Stream.of(HEADER), rows.stream()).toList()) {
            text.append(cells.stream()
                            .map(SameCustomers::quoted)
                            .collect(Collectors.joining(delimiter == Delimiter.BLANKS ? "  " : delimiter.symbol())))
                    .append(LINE_ENDS.get(line++ % 3));
        }
        return text.toString().getBytes(Charset.forName(encoding));
    }

    private static String quoted(String cell) {
        boolean plain = !cell.isEmpty() && cell.chars().allMatch(it -> Character.isLetterOrDigit(it) || it == '@');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
