package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number with its trace: how many facts it rests on, its range, its period and the formula with
 * its inputs. What can't be computed has no value but a reason, never 0. Decimal numbers can't be
 * NaN, so no answer ever holds one.
 *
 * @param n how many answers, customers or purchases it rests on; null where nothing was sampled
 * @param estimate whether few facts make it doubtful; a total of few purchases is still exact
 */
public record Figure(
        @Nullable BigDecimal value,
        Unit unit,
        @Nullable String currency,
        @Nullable Long n,
        @Nullable Interval interval,
        @Nullable BigDecimal standardError,
        @Nullable Span period,
        @Nullable LocalDate asOf,
        Text formula,
        Map<String, Object> inputs,
        @Nullable Text reason,
        boolean estimate) {

    public static final int FEW = 30;

    public Figure {
        if ((value == null) == (reason == null)) {
            throw new IllegalArgumentException("A figure has either a value or a reason");
        }
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }

    public static FigureBuilder in(Unit unit) {
        return new FigureBuilder(unit);
    }

    public boolean known() {
        return value != null;
    }

    /** Whether fewer than 30 facts stand behind it, so that it should be read with care. */
    public boolean tooFewToTell() {
        return estimate && n != null && n < FEW;
    }

    public Figure over(Span period) {
        return new Figure(
                value,
                unit,
                currency,
                n,
                interval,
                standardError,
                period,
                period.to(),
                formula,
                inputs,
                reason,
                estimate);
    }

    /** A figure about one moment rather than about a period. */
    public Figure asOf(LocalDate day) {
        return new Figure(
                value, unit, currency, n, interval, standardError, period, day, formula, inputs, reason, estimate);
    }

    public Figure in(String currency) {
        return new Figure(
                value, unit, currency, n, interval, standardError, period, asOf, formula, inputs, reason, estimate);
    }

    public Figure resting(long n) {
        return new Figure(
                value, unit, currency, n, interval, standardError, period, asOf, formula, inputs, reason, estimate);
    }

    /** The same figure with further things worth knowing beside its inputs. */
    public Figure with(Map<String, ?> further) {
        Map<String, Object> all = new LinkedHashMap<>(inputs);
        all.putAll(further);
        return new Figure(
                value, unit, currency, n, interval, standardError, period, asOf, formula, all, reason, estimate);
    }
}
