package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import dev.rapport.testing.DatabaseTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Scores over time and by group, and the words behind them. */
@DatabaseTest
class CustomerVoiceTest {

    private static final Span YEAR = Span.yearTo(LocalDate.parse("2026-11-23"));

    @Autowired
    private JdbcClient jdbc;

    private Facts facts;
    private CustomerVoice voice;

    @BeforeEach
    void open() {
        facts = new Facts(jdbc);
        voice = new CustomerVoice(new VoiceQuery(jdbc), facts.metrics(FixedBusiness.on("2026-11-23")));
    }

    @Test
    void aPointHoldsTheNinetyDaysUpToItsEnd() {
        long ada = facts.customer("Ada");
        facts.answer(ada, "NPS", 2, "2026-01-10");
        facts.answer(ada, "NPS", 10, "2026-02-10");
        facts.answer(facts.customer("Bob"), "NPS", 8, "2026-01-20");

        assertThat(point("2026-01-01").nps().value()).isEqualByComparingTo("-50");
        assertThat(point("2026-02-01").nps().value()).isEqualByComparingTo("50");
        assertThat(point("2026-03-01").nps().n()).isEqualTo(2);
        assertThat(point("2026-04-01").nps().n()).isEqualTo(1);
        assertThat(point("2026-07-01").nps().known()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyPointIsTheFigureOfItsNinetyDays(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 12; i++) {
            facts.customer("C" + i);
        }
        for (int i = 0; i < 150; i++) {
            String survey = List.of("NPS", "NPS", "CSAT", "CES").get(random.nextInt(4));
            facts.answer(
                    1 + random.nextInt(12),
                    survey,
                    1 + random.nextInt(survey.equals("NPS") ? 10 : 5),
                    YEAR.to().minusDays(random.nextInt(480)).toString());
        }
        Metrics metrics = facts.metrics(FixedBusiness.on("2026-11-23"));
        for (Satisfaction.Point point : satisfaction(GroupKind.CHANNEL).trend()) {
            Scope days = Scope.of(Span.daysTo(point.end(), Satisfaction.ROLLING));
            same(point.nps(), metrics.nps(days));
            same(point.csat(), metrics.csat(days));
            same(point.ces(), metrics.ces(days));
        }
    }

    private static void same(Figure one, Figure other) {
        assertThat(one.value()).isEqualTo(other.value());
        assertThat(one.n()).isEqualTo(other.n());
        assertThat(one.interval()).isEqualTo(other.interval());
    }

    @Test
    void groupsStandSideBySideWithTheirAnswers() {
        for (int i = 0; i < 2; i++) {
            facts.answer(facts.customer("Fair " + i, "Fair", "PURCHASE", "2026-01-01"), "NPS", 10, "2026-05-01");
        }
        long web = facts.customer("Web", "web ", "LOYALTY", "2026-01-01");
        facts.answer(web, "CSAT", 5, "2026-05-01");
        facts.answer(web, "CSAT", 2, "2026-05-02");
        facts.answer(web, "CES", 6, "2026-05-02");

        Satisfaction byChannel = satisfaction(GroupKind.CHANNEL);

        assertThat(byChannel.groups()).extracting(Satisfaction.Row::name).containsExactly("Fair", "web");
        assertThat(byChannel.groups().get(0).nps().value()).isEqualByComparingTo("100");
        assertThat(byChannel.groups().get(0).nps().tooFewToTell()).isTrue();
        assertThat(byChannel.groups().get(1).csat().value()).isEqualByComparingTo("50");
        assertThat(byChannel.groups().get(1).ces().value()).isEqualByComparingTo("6");
        assertThat(satisfaction(GroupKind.STAGE).groups())
                .extracting(Satisfaction.Row::name)
                .containsExactly("PURCHASE", "LOYALTY");
    }

    @Test
    void tagsAndProductsPutACustomerInSeveralGroups() {
        long ada = facts.customer("Ada");
        jdbc.sql("UPDATE customer SET tags = '{vip,fair}' WHERE id = ?")
                .param(ada)
                .update();
        facts.answer(ada, "NPS", 9, "2026-05-01");
        long product = jdbc.sql("INSERT INTO product (name, created_at) VALUES ('Bag', now()) RETURNING id")
                .query(Long.class)
                .single();
        jdbc.sql("UPDATE purchase SET product_id = ? WHERE id = ?")
                .params(product, facts.purchase(ada, "2026-01-01", "5"))
                .update();

        assertThat(satisfaction(GroupKind.TAG).groups())
                .extracting(Satisfaction.Row::name)
                .containsExactly("fair", "vip");
        assertThat(satisfaction(GroupKind.PRODUCT).groups())
                .extracting(Satisfaction.Row::name)
                .containsExactly("Bag");
    }

    @Test
    void wordsComeNewestFirstPageByPage() {
        long ada = facts.customer("Ada");
        for (int day = 1; day <= 5; day++) {
            words(ada, 3, "2026-05-0" + day, "No " + day);
        }
        words(ada, 10, "2026-05-06", "Lovely");
        facts.answer(ada, "NPS", 1, "2026-05-07");

        Slice<Words> first = voice.words(Scope.of(YEAR), Recommender.DETRACTOR, null, 3);
        Slice<Words> rest = voice.words(Scope.of(YEAR), Recommender.DETRACTOR, Cursor.decode(first.next()), 3);

        assertThat(first.items()).extracting(Words::comment).containsExactly("No 5", "No 4", "No 3");
        assertThat(rest.items()).extracting(Words::comment).containsExactly("No 2", "No 1");
        assertThat(rest.next()).isNull();
        assertThat(voice.words(Scope.of(YEAR), Recommender.PROMOTER, null, 3).items())
                .extracting(Words::customer)
                .containsExactly("Ada");
    }

    @Test
    void theGapIsOfAnswersThatSayWhatWasExpected() {
        long ada = facts.customer("Ada");
        expecting(ada, 5, 3);
        expecting(ada, 4, 3);
        facts.answer(ada, "CSAT", 1, "2026-05-01");

        Figure gap = satisfaction(GroupKind.CHANNEL).tiles().get(3).figure();

        assertThat(gap.value().doubleValue()).isCloseTo(0.2, within(1e-9));
        assertThat(gap.n()).isEqualTo(2);
        // g = 3/15; d − g s: 2 − 8/5 = .4 and 1 − 7/5 = −.4; √(.32 × 2/1) / 15
        assertThat(gap.standardError().doubleValue()).isCloseTo(Math.sqrt(0.64) / 15, within(1e-9));
    }

    private Satisfaction.Point point(String step) {
        return satisfaction(GroupKind.CHANNEL).trend().stream()
                .filter(point -> point.step().equals(LocalDate.parse(step)))
                .findFirst()
                .orElseThrow();
    }

    private Satisfaction satisfaction(GroupKind by) {
        return voice.satisfaction(Scope.of(YEAR), true, by);
    }

    private void words(long customer, int score, String day, String comment) {
        facts.answer(customer, "NPS", score, day);
        jdbc.sql("UPDATE answer SET comment = ? WHERE customer_id = ? AND answered_on = ?")
                .params(comment, customer, LocalDate.parse(day))
                .update();
    }

    private void expecting(long customer, int score, int expected) {
        jdbc.sql(
                        "INSERT INTO answer (customer_id, survey, score, expected, answered_on, created_at) VALUES (?, 'CSAT', ?, ?, '2026-05-01', now())")
                .params(customer, score, expected)
                .update();
    }
}
