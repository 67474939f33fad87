package dev.rapport.metrics;

import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stands on the dashboard beside the figures. */
@Component
class OverviewQuery {

    private static final String LATEST = """
            SELECT t.customer_id, c.name AS customer, t.kind, t.happened_at, t.title, t.body
            FROM timeline_entry t JOIN customer c ON c.id = t.customer_id
            WHERE t.source = 'interaction' AND t.happened_at <= now() AND c.archived_at IS NULL
            ORDER BY t.happened_at DESC, t.id DESC LIMIT :limit
            """;

    /** Through those who were in touch last: walking back all that ever happened to the few of a small group would take seconds. */
    private static final String LATEST_OF_GROUP = """
            SELECT t.customer_id, recent.name AS customer, t.kind, t.happened_at, t.title, t.body
            FROM (SELECT c.id, c.name FROM customer_summary s JOIN customer c ON c.id = s.customer_id
                  WHERE s.last_contact_at IS NOT NULL AND c.archived_at IS NULL %s
                  ORDER BY coalesce(s.last_contact_at, '-infinity') DESC, s.customer_id DESC LIMIT 30) recent
            CROSS JOIN LATERAL (
              SELECT * FROM timeline_entry e
              WHERE e.customer_id = recent.id AND e.source = 'interaction' AND e.happened_at <= now()
              ORDER BY e.happened_at DESC, e.id DESC LIMIT :limit) t
            ORDER BY t.happened_at DESC, t.id DESC LIMIT :limit
            """;

    private final JdbcClient jdbc;

    OverviewQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The days of answers are looked up survey by survey, as their index begins with it: else all would be read. */
    Extent extent() {
        return jdbc.sql("""
                        SELECT least((SELECT min(purchased_on) FROM purchase), (
                                 SELECT min(day) FROM unnest(ARRAY['NPS', 'CSAT', 'CES']) AS s (survey), LATERAL (
                                   SELECT min(answered_on) AS day FROM answer a WHERE a.survey = s.survey) f)) AS first,
                               coalesce((SELECT max(purchased_on) FROM purchase), (
                                 SELECT max(day) FROM unnest(ARRAY['NPS', 'CSAT', 'CES']) AS s (survey), LATERAL (
                                   SELECT max(answered_on) AS day FROM answer a WHERE a.survey = s.survey) l)) AS last,
                               EXISTS (SELECT FROM customer) AS customers,
                               EXISTS (SELECT FROM interaction) AS interactions
                        """).query(Extent.class).single();
    }

    List<Overview.Contact> latestContacts(int limit, CustomerGroup group) {
        return jdbc.sql(
                        group.equals(CustomerGroup.EVERYBODY)
                                ? LATEST
                                : LATEST_OF_GROUP.formatted(group.and("s.customer_id")))
                .params(group.parameters())
                .param("limit", limit)
                .query((row, number) -> new Overview.Contact(
                        row.getLong("customer_id"),
                        row.getString("customer"),
                        row.getString("kind"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        text(row.getString("title"), row.getString("body"))))
                .list();
    }

    private static @Nullable String text(@Nullable String title, @Nullable String body) {
        return title == null || title.isBlank() ? body : title;
    }

    List<Overview.Top> top(Span span, int limit) {
        return named(ranked(span, limit, CustomerGroup.EVERYBODY));
    }

    /** Who brought most, by number. */
    List<Ranking.Buyer> ranked(Span span, int limit, CustomerGroup group) {
        return jdbc.sql(group.over("""
                        SELECT customer_id AS id, sum(base_amount) AS revenue,
                               count(*) FILTER (WHERE base_amount >= 0) AS purchases, max(purchased_on) AS last_on
                        FROM purchase WHERE purchased_on BETWEEN :from AND :to %s GROUP BY customer_id
                        ORDER BY revenue DESC, customer_id LIMIT :limit
                        """.formatted(group.and("customer_id"))))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to())
                .param("limit", limit)
                .query(Ranking.Buyer.class)
                .list();
    }

    List<Overview.Top> named(List<Ranking.Buyer> buyers) {
        Map<Long, String> names = new HashMap<>();
        jdbc.sql("SELECT id, name FROM customer WHERE id = ANY (?)")
                .param(buyers.stream().map(Ranking.Buyer::id).toArray(Long[]::new))
                .query(row -> {
                    names.put(row.getLong("id"), row.getString("name"));
                });
        return buyers.stream()
                .filter(buyer -> names.containsKey(buyer.id()))
                .map(buyer -> new Overview.Top(
                        buyer.id(),
                        names.getOrDefault(buyer.id(), ""),
                        buyer.revenue(),
                        buyer.purchases(),
                        buyer.lastOn()))
                .toList();
    }

    List<Overview.Standing> standings(LocalDate day) {
        return standings(day, CustomerGroup.EVERYBODY);
    }

    /** Who was known by the end of the day, by channel as written and by the stage of that day. */
    List<Overview.Standing> standings(LocalDate day, CustomerGroup group) {
        return jdbc.sql(group.over("""
                        SELECT c.source AS channel,
                               CASE WHEN since.customer_id IS NULL THEN c.stage ELSE coalesce((
                                 SELECT s.stage FROM stage_change s WHERE s.customer_id = c.id AND s.changed_on <= :day
                                 ORDER BY s.changed_on DESC, s.id DESC LIMIT 1), 'PURCHASE') END AS stage,
                               count(*) AS customers
                        FROM customer c LEFT JOIN (
                          SELECT DISTINCT customer_id FROM stage_change WHERE changed_on > :day) since ON since.customer_id = c.id
                        WHERE (c.acquired_on <= :day
                               OR (SELECT min(d.day) FROM purchase_day d WHERE d.customer_id = c.id) <= :day) %s
                        GROUP BY 1, 2
                        """.formatted(group.and("c.id"))))
                .params(group.parameters())
                .param("day", day)
                .query(Overview.Standing.class)
                .list();
    }
}
