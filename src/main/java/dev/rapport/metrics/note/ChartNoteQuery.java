package dev.rapport.metrics.note;

import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notes pinned to days, the latest first. */
@Component
public class ChartNoteQuery {

    public record Pinned(long id, LocalDate day, String text) {}

    /** More on one chart would hide it. */
    private static final int DRAWN = 40;

    private static final int LISTED = 500;

    private final JdbcClient jdbc;

    ChartNoteQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Pinned> in(Span span) {
        return jdbc.sql("""
                        SELECT id, on_day AS day, text FROM chart_note WHERE on_day BETWEEN ? AND ?
                        ORDER BY on_day DESC, id DESC LIMIT ?
                        """)
                .params(span.from(), span.to(), DRAWN)
                .query(Pinned.class)
                .list();
    }

    public List<Pinned> latest() {
        return jdbc.sql("SELECT id, on_day AS day, text FROM chart_note ORDER BY on_day DESC, id DESC LIMIT ?")
                .params(LISTED)
                .query(Pinned.class)
                .list();
    }
}
