package dev.rapport.feedback;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads answers. */
@Service
@Transactional(readOnly = true)
public class AnswerSearch {
    private static final String SELECT =
            "SELECT id, customer_id, survey, score, answered_on, comment, expected, external_id, created_at FROM answer ";
    private final JdbcClient jdbc;

    AnswerSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public AnswerDetails details(long id) {
        return jdbc.sql(SELECT + "WHERE id = :id")
                .param("id", id)
                .query(AnswerDetails.class)
                .optional()
                .orElseThrow(() -> new NotFound("answer", id));
    }

    /** Latest first. */
    public Slice<AnswerDetails> ofCustomer(long customerId, int limit, @Nullable Cursor after) {
        return Slice.of(
                jdbc.sql(SELECT + """
                                WHERE customer_id = :customer AND (answered_on, id) < (:day, :id)
                                ORDER BY answered_on DESC, id DESC LIMIT :limit""")
                        .param("customer", customerId)
                        .param("day", after == null ? LocalDate.of(9999, 12, 31) : day(after))
                        .param("id", after == null ? Long.MAX_VALUE : after.id())
                        .param("limit", limit + 1)
                        .query(AnswerDetails.class)
                        .list(),
                limit,
                row -> new Cursor(row.answeredOn().toString(), row.id()));
    }

    private static LocalDate day(Cursor after) {
        try {
            return LocalDate.parse(after.value());
        } catch (DateTimeParseException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}
