package dev.rapport.metrics.acquisition;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.formula.Span;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who came by which channel, what that cost and what they bought. Channels are compared in lower case. */
@Component
public class AcquisitionQuery {

    record Channel(String channel, @Nullable String name, long leads, long converted, long fresh) {}

    record Spent(String channel, String name, BigDecimal amount) {}

    record Earned(String channel, BigDecimal revenue, long active) {}

    /** A cost as entered. */
    public record Cost(
            long id,
            String channel,
            LocalDate spentOn,
            BigDecimal amount,
            @Nullable String note) {}

    private final JdbcClient jdbc;

    public AcquisitionQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A lead enters on the day that the customer was acquired, or bought if that was earlier. */
    List<Channel> channels(Span span, LocalDate asOf, CustomerGroup group) {
        return jdbc.sql("""
                        SELECT channel, max(name) AS name,
                               count(*) FILTER (WHERE entered BETWEEN :from AND :to) AS leads,
                               count(*) FILTER (WHERE entered BETWEEN :from AND :to AND first_day IS NOT NULL) AS converted,
                               count(*) FILTER (WHERE first_day BETWEEN :from AND :to) AS fresh
                        FROM (SELECT lower(btrim(coalesce(c.source, ''))) AS channel, nullif(btrim(c.source), '') AS name,
                                     d.day AS first_day, least(c.acquired_on, d.day) AS entered
                              FROM customer c LEFT JOIN purchase_day d
                                   ON d.customer_id = c.id AND d.previous_day IS NULL AND d.day <= :asOf
                              WHERE (c.acquired_on BETWEEN :from AND :to OR d.day BETWEEN :from AND :to) %s) who
                        GROUP BY channel
                        """.formatted(group.and("c.id")))
                .params(group.parameters())
                .param("from", span.from())
                .param("to", span.to())
                .param("asOf", asOf)
                .query(Channel.class)
                .list();
    }

    List<Spent> spent(Span span) {
        return jdbc.sql("""
                        SELECT lower(btrim(channel)) AS channel, max(btrim(channel)) AS name, sum(amount) AS amount
                        FROM acquisition_cost WHERE spent_on BETWEEN :from AND :to GROUP BY 1
                        """)
                .param("from", span.from())
                .param("to", span.to())
                .query(Spent.class)
                .list();
    }

    /** What winning the customers of a group cost; empty where none was entered, or it isn't known apart for them. */
    public Optional<BigDecimal> spent(Span span, CustomerGroup group) {
        String only = group.channel();
        if (only == null && !group.equals(CustomerGroup.EVERYBODY)) {
            return Optional.empty();
        }
        return spent(span).stream()
                .filter(one -> only == null || one.channel().equals(only))
                .map(Spent::amount)
                .reduce(BigDecimal::add);
    }

    List<Earned> earned(Span year, CustomerGroup group) {
        return jdbc.sql("""
                        SELECT channel, sum(revenue) AS revenue, count(*) FILTER (WHERE bought) AS active
                        FROM (SELECT lower(btrim(coalesce(c.source, ''))) AS channel, sum(p.base_amount) AS revenue,
                                     bool_or(p.amount >= 0) AS bought
                              FROM purchase p JOIN customer c ON c.id = p.customer_id
                              WHERE p.purchased_on BETWEEN :from AND :to %s GROUP BY c.id) customer
                        GROUP BY channel
                        """.formatted(group.and("p.customer_id")))
                .params(group.parameters())
                .param("from", year.from())
                .param("to", year.to())
                .query(Earned.class)
                .list();
    }

    List<Cost> costs(Span span) {
        return jdbc.sql("""
                        SELECT id, channel, spent_on, amount, note FROM acquisition_cost
                        WHERE spent_on BETWEEN :from AND :to ORDER BY spent_on DESC, id DESC LIMIT 500
                        """)
                .param("from", span.from())
                .param("to", span.to())
                .query(Cost.class)
                .list();
    }

    List<String> names() {
        return jdbc.sql("""
                        SELECT max(name) FROM (SELECT btrim(channel) AS name FROM acquisition_cost
                          UNION ALL (SELECT DISTINCT btrim(source) FROM customer WHERE btrim(source) <> '' LIMIT 200)) n
                        GROUP BY lower(name) ORDER BY 1
                        """).query(String.class).list();
    }
}
