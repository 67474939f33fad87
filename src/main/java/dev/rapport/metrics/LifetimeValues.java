package dev.rapport.metrics;

import dev.rapport.metrics.acquisition.AcquisitionQuery;
import dev.rapport.metrics.formula.Acquisition;
import dev.rapport.metrics.formula.DiscountedClv;
import dev.rapport.metrics.formula.Exact;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.HistoricClv;
import dev.rapport.metrics.formula.PerpetualClv;
import dev.rapport.metrics.formula.SimpleClv;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.formula.Text;
import dev.rapport.metrics.formula.Unit;
import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Customer lifetime values of live data as of a day: m = margin of the 12 months to it by customers
 * active in them, r = the retention over the same 12 months, d and the horizon are settings.
 */
@Component
class LifetimeValues {

    private record Earned(BigDecimal margin, BigDecimal revenue, long purchases, long customers) {}

    private final MarginQuery margins;
    private final PurchaseQuery purchases;
    private final AcquisitionQuery acquisition;
    private final BusinessSettings business;

    LifetimeValues(
            MarginQuery margins, PurchaseQuery purchases, AcquisitionQuery acquisition, BusinessSettings business) {
        this.margins = margins;
        this.purchases = purchases;
        this.acquisition = acquisition;
        this.business = business;
    }

    Clv of(LocalDate day, Figure retention, CustomerGroup group, Figure predictive) {
        Span year = Span.yearTo(day);
        PurchaseQuery.Buyers buyers = purchases.buyers(year, group);
        Earned earned = earned(year, buyers.active(), group);
        return new Clv(
                discounted(earned, retention).over(year).in(currency()),
                perpetual(earned, retention).over(year).in(currency()),
                simple(earned, retention, costOfEach(buyers.fresh(), year, group))
                        .over(year)
                        .in(currency()),
                historic(day, group).asOf(day).in(currency()),
                predictive,
                predictive.known() ? "predictive" : "discounted");
    }

    /** The headline alone. */
    Figure headline(LocalDate day, Figure retention, CustomerGroup group) {
        Span year = Span.yearTo(day);
        return discounted(earned(year, purchases.active(year, group), group), retention)
                .over(year)
                .in(currency());
    }

    /** The headline alone, of what was earned in the 12 months and by how many. */
    Figure headline(Span year, Figure retention, long customers, MarginQuery.Margin sums) {
        return discounted(new Earned(sums.margin(), sums.revenue(), sums.purchases(), customers), retention)
                .over(year)
                .in(currency());
    }

    private Earned earned(Span year, long customers, CustomerGroup group) {
        MarginQuery.Margin sums = margins.between(year, marginOfBusiness(), group);
        return new Earned(sums.margin(), sums.revenue(), sums.purchases(), customers);
    }

    private Figure discounted(Earned earned, Figure retention) {
        BigDecimal r = share(retention);
        if (r == null || earned.customers() == 0) {
            return unknown(earned, "metrics.discounted.live");
        }
        return DiscountedClv.constant(perCustomer(earned.margin(), earned), r, discount(), business.clvYears())
                .resting(earned.customers())
                .with(basis(earned));
    }

    private Figure perpetual(Earned earned, Figure retention) {
        BigDecimal r = share(retention);
        if (r == null || earned.customers() == 0) {
            return unknown(earned, "metrics.perpetual.live");
        }
        PerpetualClv clv = PerpetualClv.of(perCustomer(earned.margin(), earned), r, discount());
        Map<String, Object> others = new LinkedHashMap<>(basis(earned));
        put(others, "firstPaymentNow", clv.firstPaymentNow());
        put(others, "firstPaymentNext", clv.firstPaymentNext());
        put(others, "marginMultiple", clv.marginMultiple());
        return clv.atPeriodEnd().resting(earned.customers()).with(others);
    }

    /** Nothing is taken off where nothing is on record, or nobody new came. */
    private BigDecimal costOfEach(long fresh, Span year, CustomerGroup group) {
        return acquisition
                .spent(year, group)
                .map(spent -> Acquisition.cac(spent, fresh).value())
                .map(Exact::tidy)
                .orElse(BigDecimal.ZERO);
    }

    private Figure simple(Earned earned, Figure retention, BigDecimal acquisitionCost) {
        BigDecimal r = share(retention);
        if (r == null || earned.customers() == 0 || earned.purchases() == 0) {
            return unknown(earned, "metrics.simple.live");
        }
        BigDecimal value = Exact.tidy(Exact.divide(earned.revenue(), Exact.of(earned.purchases())));
        BigDecimal purchases = Exact.tidy(Exact.divide(Exact.of(earned.purchases()), Exact.of(earned.customers())));
        Map<String, Object> others = new LinkedHashMap<>(basis(earned));
        if (earned.revenue().signum() > 0) {
            BigDecimal margin = Exact.tidy(Exact.divide(earned.margin(), earned.revenue()));
            others.put("grossMargin", margin);
            put(
                    others,
                    "byChurn",
                    SimpleClv.byChurn(perCustomer(earned.revenue(), earned), margin, BigDecimal.ONE.subtract(r)));
        }
        return SimpleClv.of(value, purchases, r, acquisitionCost)
                .resting(earned.customers())
                .with(others);
    }

    private Figure historic(LocalDate day, CustomerGroup group) {
        MarginQuery.Margin all = margins.between(MarginQuery.until(day), marginOfBusiness(), group);
        return HistoricClv.of(all.margin(), all.revenue(), purchases.active(MarginQuery.until(day), group));
    }

    private static Figure unknown(Earned earned, String formula) {
        return Figure.in(Unit.MONEY)
                .n(earned.customers())
                .unknown(earned.customers() == 0 ? "metrics.reason.year" : "metrics.reason.retention", Text.of(formula))
                .with(basis(earned));
    }

    private static Map<String, Object> basis(Earned earned) {
        Map<String, Object> basis = new LinkedHashMap<>();
        basis.put("marginOfYear", Exact.tidy(earned.margin()));
        basis.put("revenueOfYear", Exact.tidy(earned.revenue()));
        basis.put("purchasesOfYear", earned.purchases());
        basis.put("activeCustomers", earned.customers());
        return basis;
    }

    private static void put(Map<String, Object> inputs, String name, Figure figure) {
        if (figure.value() != null) {
            inputs.put(name, figure.value());
        }
    }

    private static BigDecimal perCustomer(BigDecimal amount, Earned earned) {
        return Exact.tidy(Exact.divide(amount, Exact.of(earned.customers())));
    }

    private static @Nullable BigDecimal share(Figure percent) {
        return percent.value() == null ? null : Exact.tidy(percent.value().movePointLeft(2));
    }

    private BigDecimal discount() {
        return Exact.tidy(business.discountRate().movePointLeft(2));
    }

    private BigDecimal marginOfBusiness() {
        return business.grossMargin().movePointLeft(2);
    }

    private String currency() {
        return business.currency().getCurrencyCode();
    }
}
