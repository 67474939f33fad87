package dev.rapport.demo;

import dev.rapport.demo.Facts.Story;
import dev.rapport.feedback.AnswerService;
import dev.rapport.feedback.NewAnswer;
import dev.rapport.feedback.Survey;
import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.overtime.GoalPlan;
import dev.rapport.metrics.overtime.GoalPlan.Direction;
import dev.rapport.metrics.overtime.Goals;
import dev.rapport.metrics.overtime.Snapshots;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What the founder wants the figures to be, what they were shown as, and cards from a fair that were entered late. */
@Component
@Profile("demo")
class Aims {
    private static final String OWNER = "Chiara";
    private static final int NIGHTS = 14;
    private static final int WEEKS = 8;
    private static final int FAIR = 70;
    private static final int[] CARDS = {4, 9, 6, 10, 3, 8, 5, 9, 2};
    private static final List<String> WRITTEN = List.of(
            "Queued for twenty minutes",
            "The colours are lovely",
            "Nobody could say what the strap is made of",
            "Will tell my sister",
            "The zip of the last one broke",
            "Nice people",
            "Dearer than last year",
            "The smell of real leather",
            "Ordered in May, came in August");

    private final Goals goals;
    private final Snapshots snapshots;
    private final AnswerService answers;
    private final BusinessSettings business;

    Aims(Goals goals, Snapshots snapshots, AnswerService answers, BusinessSettings business) {
        this.goals = goals;
        this.snapshots = snapshots;
        this.answers = answers;
        this.business = business;
    }

    void fill(LocalDate today, List<Story> stories) {
        for (int weeks = WEEKS; weeks > NIGHTS / 7; weeks--) {
            keep(today.minusWeeks(weeks));
        }
        for (int nights = NIGHTS; nights > 4; nights--) {
            keep(today.minusDays(nights));
        }
        enterCards(today.minusDays(FAIR), stories);
        for (int nights = 4; nights > 0; nights--) {
            keep(today.minusDays(nights));
        }
        want(
                Metric.NPS,
                "50",
                today.minusDays(150),
                330,
                "Half of our sales are recommendations: ask after each workshop"
                        + " how it was, and answer everybody who gives six or less within two days.");
        want(
                Metric.REVENUE,
                "130000",
                today.minusDays(120),
                300,
                "A second workshop room pays for itself from there on.");
        want(
                Metric.RETENTION,
                "55",
                today.minusDays(200),
                365,
                "Winning a customer costs more than keeping one:"
                        + " a card with leather care two months after each bag.");
    }

    private void want(Metric metric, String target, LocalDate from, int days, String why) {
        goals.set(
                new GoalPlan(
                        metric,
                        CustomerGroup.EVERYBODY,
                        Direction.AT_LEAST,
                        new BigDecimal(target),
                        from.plusDays(days),
                        OWNER,
                        why),
                from);
    }

    private void keep(LocalDate day) {
        snapshots.take(
                day, day.plusDays(1).atTime(2, 20).atZone(business.zone()).toInstant());
    }

    /** Of a fair, found in a drawer weeks later. */
    private void enterCards(LocalDate fair, List<Story> stories) {
        List<Story> there = stories.stream()
                .filter(story ->
                        story.sales().stream().anyMatch(sale -> sale.day().isBefore(fair)))
                .limit(CARDS.length)
                .toList();
        for (int i = 0; i < there.size(); i++) {
            answers.record(
                    there.get(i).customerId(),
                    new NewAnswer(Survey.NPS, BigDecimal.valueOf(CARDS[i]), fair, WRITTEN.get(i)));
        }
    }
}
