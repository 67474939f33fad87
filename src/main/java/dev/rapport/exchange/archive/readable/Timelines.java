package dev.rapport.exchange.archive.readable;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What happened with the customers of one page, read along with them: in their order, the latest first. */
final class Timelines implements AutoCloseable {
    private static final List<String> COLUMNS = List.of(
            "customer_id",
            "kind",
            "happened_at",
            "all_day",
            "direction",
            "title",
            "body",
            "outcome",
            "amount",
            "currency",
            "score");
    private static final Set<String> UNDIRECTED = Set.of("PURCHASE", "REFUND", "NPS", "CSAT", "CES");
    private static final int FETCHED = 500;

    private final Words words;
    private final PreparedStatement query;
    private final ResultSet row;
    private boolean more;

    Timelines(Connection connection, Columns columns, List<Person> people, Words words) throws SQLException {
        this.words = words;
        Object[] ids = people.stream().map(Person::id).toArray();
        query = connection.prepareStatement("SELECT " + columns.select(COLUMNS)
                + " FROM unnest(?::bigint[]) WITH ORDINALITY p(id, place) JOIN timeline_entry t ON t.customer_id = p.id"
                + " ORDER BY p.place, t.happened_at DESC, t.id DESC");
        query.setFetchSize(FETCHED);
        query.setArray(1, connection.createArrayOf("bigint", ids));
        row = query.executeQuery();
        more = row.next();
    }

    /** To be asked for each person, in their order. */
    void write(Person person, Page page) throws SQLException, IOException {
        if (!more || row.getLong("customer_id") != person.id()) {
            return;
        }
        page.element("h3", words.say("interaction.timeline.title")).html("<ol class=\"timeline\">\n");
        while (more && row.getLong("customer_id") == person.id()) {
            entry(page);
            more = row.next();
        }
        page.html("</ol>\n");
    }

    private void entry(Page page) throws SQLException, IOException {
        page.html("<li><p class=\"head\">").element("time", when()).html(" ");
        String title = row.getString("title");
        BigDecimal amount = row.getBigDecimal("amount");
        String score = row.getString("score");
        if (score != null) {
            page.element("strong", score).html(" ");
        }
        if (title != null) {
            page.element("strong", title).html(" ");
        }
        if (amount != null) {
            page.element("strong", words.formats().money(amount, row.getString("currency")))
                    .html(" ");
        }
        page.element("span", "muted", deed());
        optional(page, "span", "outcome", row.getString("outcome"));
        page.html("</p>");
        optional(page, "p", "typed", row.getString("body"));
        page.html("</li>\n");
    }

    private static void optional(Page page, String element, String style, @Nullable String text) throws IOException {
        if (text != null && !text.isBlank()) {
            page.html(" ").element(element, style, text);
        }
    }

    private String when() throws SQLException {
        Instant moment = row.getObject("happened_at", OffsetDateTime.class).toInstant();
        // a fact without a time stands at noon UTC and keeps its own day in every zone
        return row.getBoolean("all_day")
                ? words.formats().date(LocalDate.ofInstant(moment, ZoneOffset.UTC))
                : words.formats().moment(moment);
    }

    private String deed() throws SQLException {
        String kind = row.getString("kind");
        String direction = row.getString("direction");
        String deed = UNDIRECTED.contains(kind) ? kind : kind + "." + (direction == null ? "NONE" : direction);
        return words.sayOr("interaction.did." + deed, kind);
    }

    @Override
    public void close() throws SQLException {
        query.close();
    }
}
