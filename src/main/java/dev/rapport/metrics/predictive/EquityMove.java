package dev.rapport.metrics.predictive;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How the worth of all customers together moved between two days, in margin, and by whom.
 *
 * @param fresh of customers who bought for the first time in between
 * @param grown by how much those gained who are worth more than before
 * @param lost by how much those fell who are worth less, a negative amount
 */
public record EquityMove(
        LocalDate from,
        LocalDate to,
        BigDecimal start,
        BigDecimal fresh,
        long freshCustomers,
        BigDecimal grown,
        long grownCustomers,
        BigDecimal lost,
        long lostCustomers,
        BigDecimal end) {}
