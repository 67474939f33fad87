package dev.rapport.metrics.acquisition;

import dev.rapport.metrics.acquisition.AcquisitionBoard.Row;
import dev.rapport.metrics.acquisition.AcquisitionQuery.Channel;
import dev.rapport.metrics.acquisition.AcquisitionQuery.Earned;
import dev.rapport.metrics.acquisition.AcquisitionQuery.Spent;
import dev.rapport.metrics.formula.Acquisition;
import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Puts the figures of a channel, or of all together, out of what was counted. */
final class AcquisitionFigures {

    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);

    private final BigDecimal grossMargin;
    private final boolean costsKnown;
    private final UnaryOperator<Figure> dated;

    /** @param costsKnown whether costs can be told apart for whom the figures are about */
    AcquisitionFigures(BigDecimal grossMargin, boolean costsKnown, UnaryOperator<Figure> dated) {
        this.grossMargin = grossMargin;
        this.costsKnown = costsKnown;
        this.dated = dated;
    }

    Row row(
            @Nullable String name,
            Collection<Channel> who,
            Collection<Spent> spent,
            Collection<Earned> earned,
            Figure ltv) {
        long leads = who.stream().mapToLong(Channel::leads).sum();
        long converted = who.stream().mapToLong(Channel::converted).sum();
        long fresh = who.stream().mapToLong(Channel::fresh).sum();
        BigDecimal spend = spent.stream().map(Spent::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        Figure cac = costs(spent) ? Acquisition.cac(spend, fresh) : noCosts("metrics.cac.formula.plain");
        Figure cpl = costs(spent) ? Acquisition.cpl(spend, leads) : noCosts("metrics.cpl.formula.plain");
        return new Row(
                name,
                dated.apply(
                        costsKnown
                                ? total(Unit.MONEY, spend, "metrics.spend.formula")
                                : noCosts("metrics.spend.formula")),
                dated.apply(total(Unit.COUNT, Exact.of(leads), "metrics.leads.formula")),
                dated.apply(total(Unit.COUNT, Exact.of(fresh), "metrics.new.formula")),
                dated.apply(Acquisition.conversion(converted, leads)),
                dated.apply(cpl),
                dated.apply(cac),
                dated.apply(ltv),
                dated.apply(Acquisition.ltvToCac(ltv, cac)),
                dated.apply(payback(cac, earned)));
    }

    private boolean costs(Collection<Spent> spent) {
        return costsKnown && !spent.isEmpty();
    }

    private Figure noCosts(String formula) {
        String reason = costsKnown ? "metrics.reason.costs" : "metrics.reason.costs.group";
        return Figure.in(Unit.MONEY).unknown(reason, Text.of(formula));
    }

    private Figure payback(Figure cac, Collection<Earned> earned) {
        long active = earned.stream().mapToLong(Earned::active).sum();
        if (cac.value() == null || active == 0) {
            Text why = cac.reason() == null ? Text.of("metrics.reason.year") : cac.reason();
            return Figure.in(Unit.MONTHS).unknown(why, Text.of("metrics.payback"));
        }
        BigDecimal revenue = earned.stream().map(Earned::revenue).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal monthly = Exact.tidy(Exact.divide(revenue, Exact.of(active).multiply(MONTHS)));
        return Acquisition.payback(cac, monthly, grossMargin);
    }

    private static Figure total(Unit unit, BigDecimal value, String formula) {
        return Figure.in(unit).total().value(value, Text.of(formula));
    }
}
