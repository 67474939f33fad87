package dev.rapport.metrics;

import dev.rapport.metrics.formula.DiscountedClv;
import dev.rapport.metrics.formula.Exact;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A business in the few numbers that make its value: each of its customers brings a margin a year,
 * some stay, money of later years counts less, and winning a customer costs something.
 *
 * @param margin of a customer in a year
 * @param retention 0..1
 * @param discount a year, 0.1 is ten percent
 */
public record WhatIf(
        BigDecimal margin,
        BigDecimal retention,
        BigDecimal discount,
        BigDecimal acquisitionCost,
        long customers,
        long newCustomers,
        int years) {

    /** What a customer is worth. */
    public BigDecimal value() {
        BigDecimal value =
                DiscountedClv.constant(margin, retention, discount, years).value();
        return value == null ? BigDecimal.ZERO : value;
    }

    /** What all customers are worth together. */
    public BigDecimal equity() {
        return Exact.tidy(value().multiply(Exact.of(customers)));
    }

    /** What a year's new customers bring beyond what it costs to win them. */
    public BigDecimal gain() {
        return Exact.tidy(value().subtract(acquisitionCost).multiply(Exact.of(newCustomers)));
    }

    /** How many times a customer brings the cost of winning one; null where that is 0. */
    public @Nullable BigDecimal ratio() {
        return acquisitionCost.signum() == 0 ? null : Exact.tidy(Exact.divide(value(), acquisitionCost));
    }
}
