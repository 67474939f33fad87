package dev.rapport.metrics.web;

import dev.rapport.metrics.Satisfaction;
import dev.rapport.metrics.Words;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.platform.Slice;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** How content customers are. */
@Component
class SatisfactionTables implements PageTable.Family {

    private static final String VIEW = "metrics/satisfaction";

    @Override
    public List<PageTable> tables() {
        return List.of(
                PageTable.of(VIEW, "trend", SatisfactionTables::trend),
                PageTable.of(VIEW, "groups", SatisfactionTables::groups),
                PageTable.of(VIEW, "words", SatisfactionTables::words));
    }

    private static Satisfaction satisfaction(TablePage page) {
        return page.get("satisfaction");
    }

    private static TableRows<Satisfaction.Point> trend(TablePage page) {
        TableRows<Satisfaction.Point> rows = page.rows(
                        "metrics.satisfaction.title", satisfaction(page).trend())
                .column("to", "metrics.to", Satisfaction.Point::end);
        return scores(rows, Satisfaction.Point::nps, Satisfaction.Point::csat, Satisfaction.Point::ces);
    }

    private static TableRows<Satisfaction.Row> groups(TablePage page) {
        TableRows<Satisfaction.Row> rows = page.rows(
                        "metrics.satisfaction.by", satisfaction(page).groups())
                .column("group", "metrics.group", Satisfaction.Row::name);
        return scores(rows, Satisfaction.Row::nps, Satisfaction.Row::csat, Satisfaction.Row::ces);
    }

    private static <R> TableRows<R> scores(
            TableRows<R> rows, Function<R, Figure> nps, Function<R, Figure> csat, Function<R, Figure> ces) {
        return rows.figure("nps", "metrics.nps.title", Unit.POINTS, nps::apply)
                .column("npsAnswers", "metrics.answers", row -> nps.apply(row).n())
                .figure("csat", "metrics.csat.title", Unit.PERCENT, csat::apply)
                .column("csatAnswers", "metrics.answers", row -> csat.apply(row).n())
                .figure("ces", "metrics.ces.title", Unit.SCORE, ces::apply)
                .column("cesAnswers", "metrics.answers", row -> ces.apply(row).n());
    }

    private static TableRows<Words> words(TablePage page) {
        Slice<Words> words = page.get("words");
        return page.rows("metrics.satisfaction.words", words.items())
                .column("customerId", "tables.id", Words::customerId)
                .column("customer", "metrics.customer", Words::customer)
                .column("score", "tables.score", Words::score)
                .column("answeredOn", "goals.day", Words::answeredOn)
                .column("comment", "tables.comment", Words::comment);
    }
}
