package dev.rapport.metrics.predictive;

import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.FigureBuilder;
import dev.rapport.metrics.formula.Interval;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.metrics.model.Optimum;
import dev.rapport.metrics.predictive.FitStore.Total;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Definition 5: the mean over all customers of the revenue that the models expect of each; its margin stands beside it. */
public final class PredictiveFigure {

    private static final String[] BUYING = {"r", "alpha", "a", "b"};
    private static final String[] VALUE = {"p", "q", "v"};
    private static final int YEAR = 12;

    private PredictiveFigure() {}

    public static Figure none(LocalDate asOf, BusinessSettings business) {
        return Figure.in(Unit.MONEY)
                .unknown("metrics.reason.predictive", Text.of("metrics.predictive.formula"))
                .asOf(asOf)
                .in(business.currency().getCurrencyCode());
    }

    static Figure of(StoredFit fit, Total total, Horizon horizon, BusinessSettings business) {
        FigureBuilder figure = Figure.in(Unit.MONEY).n(total.customers());
        parameters(figure, fit.purchases(), BUYING, "logLikelihood");
        parameters(figure, fit.spending(), VALUE, "gammaGammaLogLikelihood");
        figure.input("n", fit.customers())
                .input("repeaters", fit.repeaters())
                .input("dataVersion", fit.dataVersion())
                .input("fittedAt", fit.fittedAt().toString())
                .input("horizonMonths", horizon.months())
                .input("years", Exact.divide(Exact.of(horizon.months()), Exact.of(YEAR)))
                .input("discount", horizon.yearlyRate())
                .input("discountPerMonth", BigDecimal.valueOf(horizon.monthlyRate()));
        return value(figure, fit, total, horizon, business)
                .asOf(fit.asOf())
                .in(business.currency().getCurrencyCode());
    }

    private static Figure value(
            FigureBuilder figure, StoredFit fit, Total total, Horizon horizon, BusinessSettings business) {
        Text reason = fit.reason();
        if (reason != null || total.revenue() == null || total.customers() == 0) {
            return figure.unknown(
                    reason == null ? Text.of("metrics.reason.purchases") : reason,
                    Text.of("metrics.predictive.formula"));
        }
        double mean = total.revenue() / total.customers();
        BigDecimal margin = business.grossMargin().movePointLeft(2);
        figure.input("grossMargin", margin)
                .input("marginPerCustomer", decimal(mean).multiply(margin))
                .input("equity", decimal(total.revenue()).multiply(margin))
                .input("expectedPurchases", decimal(total.purchases()))
                .input("expectedAlive", decimal(total.alive()));
        if (total.logError() != null) {
            figure.standardError(mean * total.logError()).interval(Interval.factor(decimal(mean), total.logError()));
        }
        return figure.value(
                decimal(mean),
                Text.of(
                        "metrics.predictive.formula.live",
                        horizon.months(),
                        decimal(horizon.monthlyRate()),
                        total.customers()));
    }

    private static void parameters(FigureBuilder figure, @Nullable Optimum fitted, String[] names, String likelihood) {
        if (fitted == null) {
            return;
        }
        for (int i = 0; i < names.length; i++) {
            figure.input(names[i], decimal(fitted.parameters()[i]));
        }
        figure.input(likelihood, decimal(fitted.logLikelihood()));
        for (int i = 0; i < names.length; i++) {
            figure.input(names[i] + "Error", decimal(fitted.standardError(i)));
        }
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).round(MathContext.DECIMAL64);
    }
}
