package dev.rapport.demo;

import dev.rapport.feedback.AnswerBatch;
import dev.rapport.interaction.InteractionBatch;
import dev.rapport.purchase.PurchaseBatch;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores what was invented through the doors that imports use, so that two years take a second. */
@Component
@Profile("demo")
class Facts {
    private static final String TABLE = "demo_rows";
    private final PurchaseBatch purchases;
    private final InteractionBatch interactions;
    private final AnswerBatch answers;
    private final JdbcTemplate jdbc;

    Facts(PurchaseBatch purchases, InteractionBatch interactions, AnswerBatch answers, JdbcTemplate jdbc) {
        this.purchases = purchases;
        this.interactions = interactions;
        this.answers = answers;
        this.jdbc = jdbc;
    }

    /** What one customer did. */
    record Story(long customerId, List<Sales.Sale> sales, List<Talks.Talk> talks, List<Opinions.Opinion> opinions) {}

    void store(List<Story> stories) {
        storeSales(stories);
        storeTalks(stories);
        storeOpinions(stories);
    }

    private void storeSales(List<Story> stories) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Story story : stories) {
            for (int i = 0; i < story.sales().size(); i++) {
                Sales.Sale sale = story.sales().get(i);
                rows.add(new @Nullable Object[] {
                    rows.size(),
                    story.customerId(),
                    number(story, i),
                    sale.day(),
                    sale.amount(),
                    sale.currency(),
                    null,
                    sale.cost(),
                    sale.product(),
                    sale.refunded() < 0 ? null : number(story, sale.refunded()),
                    reason(story, sale)
                });
            }
        }
        stage(PurchaseBatch.COLUMNS, rows);
        purchases.check(TABLE);
        mustFit();
        purchases.store(TABLE, null);
        drop();
    }

    private static @Nullable String reason(Story story, Sales.Sale sale) {
        if (sale.refunded() < 0) {
            return null;
        }
        BigDecimal paid = story.sales().get(sale.refunded()).amount();
        return paid.compareTo(sale.amount().negate()) == 0 ? "Came back unused" : "A scratch: part of it back";
    }

    private static String number(Story story, int sale) {
        return "%d-%02d".formatted(1000 + story.customerId(), sale + 1);
    }

    private void storeTalks(List<Story> stories) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Story story : stories) {
            for (Talks.Talk talk : story.talks()) {
                List<String> note = talk.note();
                rows.add(new @Nullable Object[] {
                    rows.size(),
                    story.customerId(),
                    null,
                    note.get(0),
                    note.get(1),
                    talk.at().atOffset(ZoneOffset.UTC),
                    note.get(2),
                    note.get(3),
                    null,
                    note.get(4).isEmpty() ? null : note.get(4)
                });
            }
        }
        stage(InteractionBatch.COLUMNS, rows);
        interactions.check(TABLE);
        mustFit();
        interactions.store(TABLE, null);
        drop();
    }

    private void storeOpinions(List<Story> stories) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Story story : stories) {
            for (Opinions.Opinion opinion : story.opinions()) {
                rows.add(new @Nullable Object[] {
                    rows.size(),
                    story.customerId(),
                    null,
                    opinion.survey().name(),
                    opinion.score(),
                    opinion.day(),
                    opinion.comment(),
                    opinion.expected()
                });
            }
        }
        stage(AnswerBatch.COLUMNS, rows);
        answers.check(TABLE);
        mustFit();
        answers.store(TABLE, null);
        drop();
    }

    private void stage(String columns, List<@Nullable Object[]> rows) {
        jdbc.execute("CREATE TEMPORARY TABLE %s (%s) ON COMMIT DROP".formatted(TABLE, columns));
        String marks = "?" + ", ?".repeat(rows.get(0).length - 1);
        jdbc.batchUpdate("INSERT INTO %s VALUES (%s)".formatted(TABLE, marks), new ArrayList<>(rows));
    }

    private void mustFit() {
        List<String> refused = jdbc.queryForList(
                "SELECT refused_field || ' ' || refused_key FROM %s WHERE refused_key IS NOT NULL".formatted(TABLE),
                String.class);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("The demo is refused: " + refused);
        }
    }

    private void drop() {
        jdbc.execute("DROP TABLE " + TABLE);
    }
}
