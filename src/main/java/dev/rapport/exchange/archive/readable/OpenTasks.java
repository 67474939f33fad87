package dev.rapport.exchange.archive.readable;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is still to do for the customers of one page. */
record OpenTasks(Map<Long, List<Task>> byCustomer) {
    private record Task(LocalDate dueOn, String title) {}

    static OpenTasks of(Connection connection, List<Person> people) throws SQLException {
        Map<Long, List<Task>> tasks = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT customer_id, due_on, title FROM task WHERE done_at IS NULL AND customer_id = ANY(?) ORDER BY due_on, id")) {
            Object[] ids = people.stream().map(Person::id).toArray();
            query.setArray(1, connection.createArrayOf("bigint", ids));
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    tasks.computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                            .add(new Task(row.getObject(2, LocalDate.class), row.getString(3)));
                }
            }
        }
        return new OpenTasks(tasks);
    }

    void write(Person person, Page page, Words words) throws IOException {
        List<Task> tasks = byCustomer.getOrDefault(person.id(), List.of());
        if (tasks.isEmpty()) {
            return;
        }
        page.element("h3", words.say("archive.page.tasks")).html("<ul>");
        for (Task task : tasks) {
            page.html("<li>")
                    .element("time", words.formats().date(task.dueOn()))
                    .html(" ");
            page.text(task.title()).html("</li>\n");
        }
        page.html("</ul>\n");
    }
}
