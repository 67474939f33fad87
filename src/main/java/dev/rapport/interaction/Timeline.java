package dev.rapport.interaction;

import java.sql.Types;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one table behind every timeline. A module writes its fact's row in the transaction of the fact. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Timeline {
    private final JdbcClient jdbc;

    Timeline(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the row of a fact, or makes the one it has say this. */
    public void put(TimelineEntry entry) {
        jdbc.sql("""
                        INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, direction,
                                                    title, body, outcome, amount, currency, score)
                        VALUES (:customer, :source, :sourceId, :kind, :at, :allDay, :direction,
                                :title, :body, :outcome, :amount, :currency, :score)
                        ON CONFLICT (source, source_id) DO UPDATE SET
                          customer_id = excluded.customer_id, kind = excluded.kind, happened_at = excluded.happened_at,
                          all_day = excluded.all_day, direction = excluded.direction, title = excluded.title,
                          body = excluded.body, outcome = excluded.outcome, amount = excluded.amount,
                          currency = excluded.currency, score = excluded.score""")
                .param("customer", entry.customerId())
                .param("source", entry.source().code())
                .param("sourceId", entry.sourceId())
                .param("kind", entry.kind())
                .param("at", entry.happenedAt().atOffset(ZoneOffset.UTC))
                .param("allDay", entry.allDay())
                .param("direction", entry.direction(), Types.VARCHAR)
                .param("title", entry.title(), Types.VARCHAR)
                .param("body", entry.body(), Types.VARCHAR)
                .param("outcome", entry.outcome(), Types.VARCHAR)
                .param("amount", entry.amount(), Types.NUMERIC)
                .param("currency", entry.currency(), Types.CHAR)
                .param("score", entry.score(), Types.SMALLINT)
                .update();
    }

    public void remove(TimelineEntry.Source source, long sourceId) {
        jdbc.sql("DELETE FROM timeline_entry WHERE source = :source AND source_id = :id")
                .param("source", source.code())
                .param("id", sourceId)
                .update();
    }
}
