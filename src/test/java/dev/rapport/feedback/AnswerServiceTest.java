package dev.rapport.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.CustomerSummaries;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import dev.rapport.testing.DatabaseTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class AnswerServiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final String FACTS = """
            SELECT concat_ws('|', a.survey, a.score, a.answered_on, a.comment, t.kind, t.score, t.happened_at, t.body)
            FROM answer a JOIN timeline_entry t ON t.source = 'answer' AND t.source_id = a.id ORDER BY 1""";

    @Autowired
    private AnswerService answers;

    @Autowired
    private AnswerBatch batch;

    @Autowired
    private AnswerSearch search;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerSummaries summaries;

    @Autowired
    private Undo undo;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private long marta;

    @BeforeEach
    void aCustomer() {
        CustomerProfile profile = new CustomerProfile(
                CustomerKind.PERSON,
                "Marta",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                DAY,
                List.of(),
                null,
                null);
        marta = customers
                .register(profile, Contacts.NONE, LifecycleStage.PURCHASE)
                .id();
    }

    private long answer(Survey survey, String score, LocalDate day) {
        return answers.record(marta, new NewAnswer(survey, new BigDecimal(score), day, null))
                .id();
    }

    private List<String> facts() {
        return jdbc.sql(FACTS).query(String.class).list();
    }

    private Map<String, Object> mood() {
        return jdbc.sql(
                        "SELECT last_survey, last_score, last_answered_on::text FROM customer_summary WHERE customer_id = ?")
                .param(marta)
                .query()
                .singleRow();
    }

    private void assertMood(String survey, Integer score, String day) {
        Map<String, Object> kept = mood();
        assertThat(kept.values()).containsExactly(survey, score, day);
        summaries.rebuildAll();
        assertThat(mood()).isEqualTo(kept);
    }

    @Test
    void theLatestAnswerIsTheMood() {
        answer(Survey.NPS, "9", DAY);
        answer(Survey.CSAT, "2", DAY.minusDays(1));
        assertMood("NPS", 9, "2026-03-05");
        long ces = answer(Survey.CES, "7", DAY);
        assertMood("CES", 7, "2026-03-05");
        long change = answers.delete(ces);
        assertMood("NPS", 9, "2026-03-05");
        undo.undo(change);
        assertMood("CES", 7, "2026-03-05");
        assertThat(search.ofCustomer(marta, 2, null).items())
                .extracting(AnswerDetails::survey)
                .containsExactly(Survey.CES, Survey.NPS);
    }

    @Test
    void refusesHalfScoresAndUnstorableComments() {
        assertThatThrownBy(() -> answer(Survey.NPS, "7.5", DAY)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new NewAnswer(Survey.NPS, BigDecimal.ONE, DAY, "a\0b"))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> answer(Survey.NPS, "7", LocalDate.of(1, 1, 1))).isInstanceOf(Refused.class);
        assertThat(facts()).isEmpty();
    }

    private List<String> store(long importId, Object[]... rows) {
        return transaction.execute(status -> {
            jdbc.sql("CREATE TEMPORARY TABLE staged (" + AnswerBatch.COLUMNS + ") ON COMMIT DROP")
                    .update();
            int n = 0;
            for (Object[] row : rows) {
                Object[] all = Arrays.copyOf(row, 5);
                jdbc.sql("INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?::date, ?)")
                        .params(Arrays.asList(
                                ++n, marta, all[0], all[1], new BigDecimal((String) all[2]), all[3], all[4]))
                        .update();
            }
            batch.check("staged");
            batch.store("staged", importId);
            return jdbc.sql("SELECT coalesce(action, refused_field || ': ' || refused_key) FROM staged ORDER BY row_no")
                    .query(String.class)
                    .list();
        });
    }

    private static Object[] row(Object... cells) {
        return cells;
    }

    @Test
    void theBatchStoresWhatTheServiceWouldStore() {
        Object[] nps = row(null, "NPS", "9", "2026-03-05", "quick");
        Object[] same = row("B", "CES", "7.0", "2026-03-06");
        assertThat(store(1, nps, nps, same)).containsOnly("CREATED");
        assertMood("CES", 7, "2026-03-06");
        assertThat(store(2, nps, nps, same)).containsOnly("UNCHANGED");
        assertThat(store(3, nps, nps, nps, row("B", "CES", "6", "2026-03-06")))
                .containsExactly("UNCHANGED", "UNCHANGED", "CREATED", "answerId: feedback.refused.differs");
        transaction.executeWithoutResult(status -> batch.remove(3));
        List<String> stored = facts();
        transaction.executeWithoutResult(status -> batch.remove(1));
        assertThat(facts()).isEmpty();
        assertMood(null, null, null);
        for (int i = 0; i < 2; i++) {
            answers.record(marta, new NewAnswer(Survey.NPS, new BigDecimal("9"), DAY, "quick"));
        }
        answer(Survey.CES, "7", DAY.plusDays(1));
        assertThat(facts()).isEqualTo(stored);
    }

    @Test
    void theBatchRefusesWhatTheServiceRefuses() {
        assertThat(store(
                        1,
                        row(null, "NPS", "7.5", "2026-03-05"),
                        row(null, "NPS", "11", "2026-03-05"),
                        row(null, "CSAT", "0", "2026-03-05"),
                        row(null, "CES", "8", "2026-03-05"),
                        row(null, "WHAT", "8", "2026-03-05"),
                        row(null, "CES", "7", "0026-03-05"),
                        row("T", "CES", "7", "2026-03-05"),
                        row("T", "CES", "7", "2026-03-05")))
                .containsExactly(
                        "score: feedback.refused.score.NPS",
                        "score: feedback.refused.score.NPS",
                        "score: feedback.refused.score.CSAT",
                        "score: feedback.refused.score.CES",
                        "survey: feedback.refused.survey",
                        "answeredOn: feedback.refused.day",
                        "CREATED",
                        "answerId: feedback.refused.id-twice");
    }
}
