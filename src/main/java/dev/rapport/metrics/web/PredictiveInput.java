package dev.rapport.metrics.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rapport.metrics.model.BgNbd;
import dev.rapport.metrics.model.GammaGamma;
import dev.rapport.metrics.model.PurchaseModel;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Customers as the models see them, times in weeks; without parameters they are fitted. */
record PredictiveInput(
        @Nullable ParametersInput parameters,
        @Nullable List<@Nullable CustomerInput> customers,
        @Nullable BigDecimal horizonMonths,
        @Nullable BigDecimal monthlyDiscountRate,
        @Nullable BigDecimal expectedWithinWeeks)
        implements OfNumbers {

    record ParametersInput(
            @Nullable BigDecimal r,
            @Nullable BigDecimal alpha,
            @Nullable BigDecimal a,
            @Nullable BigDecimal b,
            @Nullable BigDecimal p,
            @Nullable BigDecimal q,
            @Nullable BigDecimal v) {}

    record CustomerInput(
            @Nullable Object id,
            @Nullable BigDecimal x,
            @Nullable BigDecimal tx,
            @JsonProperty("T") @Nullable BigDecimal age,
            @Nullable BigDecimal m) {}

    record Customer(@Nullable Object id, int x, double tx, double age, double m) {}

    private static final int MOST = 200_000;
    private static final int LONGEST = 600;
    private static final int YEAR = 12;

    /** All customers, or a refusal that names the first field that makes no sense. */
    List<Customer> checked() {
        if (customers == null) {
            throw new Refused("customers", "metrics.refused.missing");
        }
        if (customers.size() > MOST) {
            throw new Refused("customers", "metrics.refused.customers", MOST);
        }
        months();
        monthlyRate();
        within();
        List<Customer> found = new ArrayList<>(customers.size());
        for (int i = 0; i < customers.size(); i++) {
            CustomerInput customer = customers.get(i);
            if (customer == null) {
                throw new Refused("customers[" + i + "]", "metrics.refused.missing");
            }
            found.add(customer("customers[" + i + "].", customer));
        }
        return found;
    }

    private static Customer customer(String field, CustomerInput input) {
        if (input.id() instanceof Double id && !Double.isFinite(id)) {
            throw new Refused(field + "id", "metrics.refused.size");
        }
        int x = Numbers.whole(field + "x", input.x(), 0, 1_000_000);
        double age = Numbers.between(field + "T", input.age(), 0, 1e6);
        double tx = x == 0 && input.tx() == null ? 0 : Numbers.between(field + "tx", input.tx(), 0, 1e6);
        if (tx > age) {
            throw new Refused(field + "tx", "metrics.refused.recency");
        }
        double m = x == 0 && input.m() == null ? 0 : Numbers.between(field + "m", input.m(), 0, 1e15);
        return new Customer(input.id(), x, tx, age, m);
    }

    int months() {
        return horizonMonths == null ? YEAR : Numbers.whole("horizonMonths", horizonMonths, 0, LONGEST);
    }

    double monthlyRate() {
        return monthlyDiscountRate == null ? 0 : Numbers.rate("monthlyDiscountRate", monthlyDiscountRate);
    }

    /** Over the horizon unless said otherwise. */
    double within() {
        return expectedWithinWeeks == null
                ? months() * PurchaseModel.WEEKS_OF_MONTH
                : Numbers.between("expectedWithinWeeks", expectedWithinWeeks, 0, 1e5);
    }

    @Nullable
    BgNbd buying() {
        return parameters == null
                ? null
                : new BgNbd(
                        Numbers.positive("parameters.r", parameters.r()),
                        Numbers.positive("parameters.alpha", parameters.alpha()),
                        Numbers.positive("parameters.a", parameters.a()),
                        Numbers.positive("parameters.b", parameters.b()));
    }

    /** Left out altogether, only purchases are predicted. */
    @Nullable
    GammaGamma value() {
        return parameters == null || (parameters.p() == null && parameters.q() == null && parameters.v() == null)
                ? null
                : new GammaGamma(
                        Numbers.positive("parameters.p", parameters.p()),
                        Numbers.positive("parameters.q", parameters.q()),
                        Numbers.positive("parameters.v", parameters.v()));
    }
}
