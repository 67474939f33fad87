package dev.rapport.metrics;

import static dev.rapport.metrics.BoardSums.name;

import dev.rapport.metrics.formula.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the sums that {@link BoardSums} took. */
record BoardFigures(BoardScope scope, Sums sums) {

    CustomerBase base() {
        Map<Integer, Long> customers = new HashMap<>();
        sums.each("base ", (days, number) -> customers.put(Integer.valueOf(days), number.longValueExact()));
        return new CustomerBase(scope.days(), Map.copyOf(customers));
    }

    PurchaseQuery.Buyers buyers(Span span) {
        return new PurchaseQuery.Buyers(
                sums.count(name("active", span)), sums.count(name("fresh", span)), sums.count(name("repeaters", span)));
    }

    PurchaseQuery.Movement movement(Span span) {
        return new PurchaseQuery.Movement(
                sums.amount(name("start", span)),
                sums.amount(name("expansion", span)),
                sums.amount(name("contraction", span)),
                sums.amount(name("churn", span)),
                sums.count(name("moved", span)));
    }

    MarginQuery.Margin margin(Span year) {
        return new MarginQuery.Margin(
                sums.amount(name("margin", year)), sums.amount(name("earned", year)), sums.count(name("sales", year)));
    }

    PurchaseQuery.Revenue revenue(Span span) {
        return new PurchaseQuery.Revenue(sums.amount(name("revenue", span)), sums.count(name("purchases", span)));
    }

    AnswerQuery.Recommendations recommendations(Span span) {
        return new AnswerQuery.Recommendations(
                sums.count(name("promoters", span)),
                sums.count(name("passives", span)),
                sums.count(name("detractors", span)));
    }

    PurchaseQuery.Step revenueStep(LocalDate step) {
        return new PurchaseQuery.Step(step, sums.amount("stepFresh " + step), sums.amount("stepReturning " + step));
    }

    AnswerQuery.Step answerStep(LocalDate step) {
        return new AnswerQuery.Step(
                step,
                sums.count("stepPromoters " + step),
                sums.count("stepPassives " + step),
                sums.count("stepDetractors " + step));
    }

    List<CohortQuery.Cell> cohorts() {
        List<CohortQuery.Cell> cells = new ArrayList<>();
        sums.each("cohort ", (months, customers) -> {
            String[] both = months.split(" ");
            cells.add(new CohortQuery.Cell(
                    LocalDate.parse(both[0]), LocalDate.parse(both[1]), customers.longValueExact()));
        });
        return cells;
    }

    List<Overview.Standing> standings() {
        List<Overview.Standing> standings = new ArrayList<>();
        sums.each("standing ", (who, customers) -> {
            int end = who.indexOf(' ');
            standings.add(new Overview.Standing(
                    end < 0 ? null : who.substring(end + 1),
                    end < 0 ? who : who.substring(0, end),
                    customers.longValueExact()));
        });
        return standings;
    }
}
