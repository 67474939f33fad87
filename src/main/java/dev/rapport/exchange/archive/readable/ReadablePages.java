package dev.rapport.exchange.archive.readable;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every customer with their timeline, in order of their names, some hundred a page, and an index of the pages. */
public final class ReadablePages {
    private static final int A_PAGE = 200;

    private final Connection connection;
    private final Instant madeAt;
    private final Entries entries;
    private final Words words;
    private final BusinessThen business;

    private ReadablePages(Connection connection, Instant madeAt, Entries entries, BusinessThen business) {
        this.connection = connection;
        this.madeAt = madeAt;
        this.entries = entries;
        this.business = business;
        this.words = new Words(business);
    }

    /** Writes nothing of a database that holds no customers' tables yet. */
    public static void write(Connection snapshot, Instant madeAt, Entries entries) throws SQLException, IOException {
        if (Columns.of(snapshot, "task").exist()
                && Columns.of(snapshot, "timeline_entry").exist()) {
            new ReadablePages(snapshot, madeAt, entries, BusinessThen.read(snapshot, madeAt)).write();
        }
    }

    private void write() throws SQLException, IOException {
        Columns timeline = Columns.of(connection, "timeline_entry");
        String listed = Columns.of(connection, "customer").select(Person.COLUMNS);
        NameIndex index = new NameIndex();
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(A_PAGE);
            ResultSet row = statement.executeQuery("SELECT " + listed + ", " + contacts("EMAIL", "emails") + ", "
                    + contacts("PHONE", "phones") + " FROM customer t ORDER BY t.sort_key, t.id");
            List<Person> people = next(row);
            while (!people.isEmpty()) {
                List<Person> following = next(row);
                index.add(people);
                page(index.pages(), people, timeline, following.isEmpty());
                entries.written(people.size());
                people = following;
            }
        }
        index.write(Page.begin(entries.begin("index.html"), words, title()), words, business.name(), madeAt);
        entries.end();
    }

    private static String contacts(String kind, String name) {
        return "(SELECT array_agg(p.value ORDER BY p.position, p.id) FROM contact_point p WHERE p.customer_id = t.id AND p.kind = '"
                + kind + "') AS " + name;
    }

    private List<Person> next(ResultSet row) throws SQLException {
        List<Person> people = new ArrayList<>();
        while (people.size() < A_PAGE && row.next()) {
            people.add(Person.of(row, words));
        }
        return people;
    }

    private void page(int number, List<Person> people, Columns timeline, boolean last)
            throws SQLException, IOException {
        String title = NameIndex.range(
                people.get(0).name(), people.get(people.size() - 1).name());
        Page page = Page.begin(entries.begin("customers/" + NameIndex.file(number)), words, title);
        page.html("<header><p><a href=\"../index.html\">")
                .text(words.say("archive.page.index"))
                .html("</a>");
        neighbour(page, number - 1, number > 1, "archive.page.previous");
        neighbour(page, number + 1, !last, "archive.page.next");
        page.html("</p>").element("h1", title).html("</header>\n<ul class=\"names\">\n");
        for (Person person : people) {
            page.html("<li><a href=\"#c" + person.id() + "\">")
                    .text(person.name())
                    .html("</a></li>\n");
        }
        page.html("</ul>\n");
        OpenTasks tasks = OpenTasks.of(connection, people);
        try (Timelines timelines = new Timelines(connection, timeline, people, words)) {
            for (Person person : people) {
                person(page, person, tasks, timelines);
            }
        }
        page.end();
        entries.end();
    }

    private void neighbour(Page page, int number, boolean exists, String key) throws IOException {
        if (exists) {
            page.html(" · <a href=\"" + NameIndex.file(number) + "\">")
                    .text(words.say(key))
                    .html("</a>");
        }
    }

    private void person(Page page, Person person, OpenTasks tasks, Timelines timelines)
            throws SQLException, IOException {
        page.html("<article id=\"c" + person.id() + "\">").element("h2", person.name());
        if (person.archived()) {
            page.element("p", "muted", words.say("archive.page.archived"));
        }
        page.html("<dl>\n");
        for (Map.Entry<String, String> fact : person.facts().entrySet()) {
            page.html("<div>").element("dt", words.say(fact.getKey()));
            page.element("dd", "typed", fact.getValue()).html("</div>\n");
        }
        page.html("</dl>\n");
        tasks.write(person, page, words);
        timelines.write(person, page);
        page.html("</article>\n");
    }

    private String title() {
        return business.name().isEmpty() ? words.say("archive.page.title") : business.name();
    }
}
