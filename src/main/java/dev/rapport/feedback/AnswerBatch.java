package dev.rapport.feedback;

import dev.rapport.customer.CustomerSummaries;
import dev.rapport.interaction.TimelineBatch;
import dev.rapport.interaction.TimelineEntry;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for many answers at once: the same rules as {@link AnswerService}, set by set. It works on a temporary table of
 * the caller's transaction with {@link #COLUMNS}, texts cleaned already; {@code own_id} is the row that {@code answer_id} is known to mean. {@link #check} adds what became of each row: {@code action} (CREATED, UNCHANGED, or null where it is refused: an answer is
 * history and never changes), {@code refused_field}, {@code refused_key} and {@code refused_arg} (a {@link
 * dev.rapport.platform.Refused} in columns), and {@code fact_id}, which {@link #store} fills for the new ones.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AnswerBatch {
    public static final String COLUMNS = """
            row_no bigint PRIMARY KEY, customer_id bigint NOT NULL, answer_id text, survey text NOT NULL,
            score numeric NOT NULL, answered_on date NOT NULL, comment text,
            expected numeric, own_id bigint""";

    private static final String TIMELINE = """
            SELECT customer_id, 'answer' AS source, fact_id AS source_id, survey AS kind,
                   (answered_on + time '12:00') AT TIME ZONE 'UTC' AS happened_at, true AS all_day,
                   NULL AS direction, NULL AS title, comment AS body, NULL AS outcome,
                   NULL::numeric AS amount, NULL::char(3) AS currency, score::smallint AS score
            FROM %s WHERE action = 'CREATED'""";

    /** Which answers {@code f} of an import {@link #remove} takes: all, since an answer never changes. */
    public static final String GOING = "true";

    private final TimelineBatch timeline;
    private final CustomerSummaries summaries;
    private final JdbcClient jdbc;
    private final Clock clock;

    AnswerBatch(TimelineBatch timeline, CustomerSummaries summaries, JdbcClient jdbc, Clock clock) {
        this.timeline = timeline;
        this.summaries = summaries;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes the table of the rows that a query gives, with the columns of {@link #COLUMNS}, and checks it. */
    public void check(String rows, String table) {
        run("CREATE TEMPORARY TABLE %s ON COMMIT DROP AS " + rows.replace("%", "%%"), table);
        run("ALTER TABLE %s ADD PRIMARY KEY (row_no)", table);
        run("ANALYZE %s", table);
        check(table);
    }

    /** Decides what would become of each row. Writes nothing but the table. */
    public void check(String table) {
        run("""
                ALTER TABLE %s ADD COLUMN fact_id bigint, ADD COLUMN action text,
                  ADD COLUMN refused_field text, ADD COLUMN refused_key text, ADD COLUMN refused_arg text""", table);
        refuse(table, "survey", "feedback.refused.survey", "survey NOT IN ('NPS', 'CSAT', 'CES')");
        for (Survey survey : Survey.values()) {
            refuse(
                    table,
                    "score",
                    "feedback.refused.score." + survey.name(),
                    "survey = '%s' AND (score NOT BETWEEN %d AND %d OR score <> trunc(score))"
                            .formatted(survey.name(), survey.lowest(), survey.highest()));
        }
        refuse(table, "expected", "feedback.refused.expected.survey", "expected IS NOT NULL AND survey <> 'CSAT'");
        refuse(
                table,
                "expected",
                "feedback.refused.score.CSAT",
                "expected IS NOT NULL AND (expected NOT BETWEEN 1 AND 5 OR expected <> trunc(expected))");
        refuse(
                table,
                "answeredOn",
                "feedback.refused.day",
                "NOT answered_on BETWEEN date '1900-01-01' AND date '2199-12-31'");
        refuse(table, "answerId", "feedback.refused.id-twice", """
                row_no IN (SELECT row_no FROM (
                  SELECT row_no, row_number() OVER (PARTITION BY answer_id ORDER BY row_no) AS n
                  FROM %s WHERE answer_id IS NOT NULL) twice WHERE n > 1)""".formatted(table));
        findById(table);
        findByFields(table);
        run("""
                UPDATE %s SET action = CASE WHEN fact_id IS NULL THEN 'CREATED' ELSE 'UNCHANGED' END
                WHERE refused_key IS NULL""", table);
    }

    private void findById(String table) {
        run("UPDATE %s t SET fact_id = a.id FROM answer a WHERE a.external_id = t.answer_id", table);
        run("UPDATE %s t SET fact_id = a.id FROM answer a WHERE t.fact_id IS NULL AND a.id = t.own_id", table);
        refuse(table, "answerId", "feedback.refused.differs", """
                EXISTS (SELECT 1 FROM answer a WHERE a.id = t.fact_id
                  AND ((a.customer_id, a.survey, a.score, a.answered_on) <> (t.customer_id, t.survey, t.score, t.answered_on)
                    OR a.comment IS DISTINCT FROM coalesce(t.comment, a.comment)
                    OR a.expected IS DISTINCT FROM coalesce(t.expected, a.expected)))""");
    }

    /** The k-th of equal rows is the k-th of equal answers. */
    private void findByFields(String table) {
        run("""
                UPDATE %1$s t SET fact_id = stored.id
                FROM (SELECT row_no, ROW(customer_id, survey, score::smallint, answered_on, comment, expected::smallint)::text AS fields,
                        row_number() OVER (
                          PARTITION BY customer_id, survey, score, answered_on, comment, expected ORDER BY row_no) AS n
                      FROM %1$s WHERE answer_id IS NULL AND refused_key IS NULL) asked
                JOIN (SELECT id, ROW(customer_id, survey, score, answered_on, comment, expected)::text AS fields,
                        row_number() OVER (PARTITION BY customer_id, survey, score, answered_on, comment, expected ORDER BY id) AS n
                      FROM answer a
                      WHERE customer_id IN (SELECT customer_id FROM %1$s)
                        AND NOT EXISTS (SELECT 1 FROM %1$s f WHERE f.fact_id = a.id)) stored USING (fields, n)
                WHERE asked.row_no = t.row_no""", table);
    }

    /** Writes the rows of a checked table, their timeline entries and the summaries of their customers. */
    public void store(String table, @Nullable Long importId) {
        run("""
                UPDATE %1$s t SET fact_id = numbered.id
                FROM (SELECT row_no, nextval(pg_get_serial_sequence('answer', 'id')) AS id
                      FROM (SELECT row_no FROM %1$s WHERE action = 'CREATED' ORDER BY row_no) ordered) numbered
                WHERE t.row_no = numbered.row_no""", table);
        jdbc.sql("""
                        INSERT INTO answer (id, customer_id, external_id, survey, score, answered_on, comment, expected, created_at, import_id)
                        SELECT fact_id, customer_id, answer_id, survey, score, answered_on, comment, expected,
                               CAST(:at AS timestamptz), CAST(:import AS bigint)
                        FROM %s WHERE action = 'CREATED'""".formatted(table))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("import", importId, java.sql.Types.BIGINT)
                .update();
        timeline.put(TIMELINE.formatted(table), Map.of());
        summaries.refreshWhere(
                AnswerSummary.class,
                "customer_id IN (SELECT customer_id FROM %s WHERE action = 'CREATED')".formatted(table),
                Map.of());
    }

    /** Takes an import's answers out again. */
    public void remove(long importId) {
        String going = "FROM answer WHERE import_id = :import";
        Map<String, Long> params = Map.of("import", importId);
        List<Long> customers = jdbc.sql("SELECT DISTINCT customer_id " + going)
                .params(params)
                .query(Long.class)
                .list();
        timeline.remove(TimelineEntry.Source.ANSWER, "SELECT id " + going, params);
        jdbc.sql("DELETE " + going).params(params).update();
        summaries.refresh(AnswerSummary.class, customers);
    }

    private void refuse(String table, String field, String key, String condition) {
        run(
                "UPDATE %%s t SET refused_field = '%s', refused_key = '%s' WHERE refused_key IS NULL AND (%s)"
                        .formatted(field, key, condition.replace("%", "%%")),
                table);
    }

    private void run(String sql, String table) {
        jdbc.sql(sql.formatted(table)).update();
    }
}
