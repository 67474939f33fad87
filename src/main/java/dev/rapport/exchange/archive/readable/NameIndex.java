package dev.rapport.exchange.archive.readable;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The first page: every name while they are few, else the first and last name of each page. */
final class NameIndex {
    /** More make a page that phones scroll badly; and all names are held until it is written. */
    private static final int ALL_NAMES = 4000;

    private static final int LONGEST = 40;

    private record Name(int page, long id, String name) {}

    private final List<String> ranges = new ArrayList<>();
    private final List<Name> names = new ArrayList<>();
    private long customers;

    int pages() {
        return ranges.size();
    }

    static String file(int page) {
        return String.format("%05d.html", page);
    }

    static String range(String first, String last) {
        return first.equals(last) ? first : cut(first) + " – " + cut(last);
    }

    private static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…";
    }

    void add(List<Person> people) {
        ranges.add(range(people.get(0).name(), people.get(people.size() - 1).name()));
        customers += people.size();
        if (customers > ALL_NAMES) {
            names.clear();
        } else {
            people.forEach(person -> names.add(new Name(ranges.size(), person.id(), person.name())));
        }
    }

    void write(Page page, Words words, String business, Instant madeAt) throws IOException {
        page.html("<header>").element("h1", business.isEmpty() ? words.say("archive.page.title") : business);
        page.element(
                "p",
                words.say(
                        "archive.page.made",
                        words.formats().moment(madeAt),
                        words.formats().zone()));
        page.element("p", "muted", words.say("archive.page.what")).html("</header>\n");
        page.element("h2", words.say("archive.page.customers", words.formats().number(customers)));
        page.element("p", "muted", words.say(names.isEmpty() ? "archive.page.find.page" : "archive.page.find"));
        page.html(names.isEmpty() ? "<ol class=\"names wide\">\n" : "<ul class=\"names\">\n");
        if (names.isEmpty()) {
            for (int i = 0; i < ranges.size(); i++) {
                link(page, file(i + 1), ranges.get(i));
            }
            page.html("</ol>\n");
        } else {
            for (Name name : names) {
                link(page, file(name.page()) + "#c" + name.id(), name.name());
            }
            page.html("</ul>\n");
        }
        page.end();
    }

    private static void link(Page page, String target, String text) throws IOException {
        page.html("<li><a href=\"customers/" + target + "\">").text(text).html("</a></li>\n");
    }
}
