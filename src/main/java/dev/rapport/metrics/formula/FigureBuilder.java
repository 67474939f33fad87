package dev.rapport.metrics.formula;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a figure together in the order in which it is computed. */
public final class FigureBuilder {

    /** Beyond it a number is a mistake of the question, and not every reader of JSON takes it. */
    private static final BigDecimal MOST = new BigDecimal("1E100");

    private final Unit unit;
    private final Map<String, Object> inputs = new LinkedHashMap<>();
    private @Nullable Long n;
    private @Nullable Interval interval;
    private @Nullable BigDecimal standardError;
    private boolean estimate = true;

    FigureBuilder(Unit unit) {
        this.unit = unit;
    }

    public FigureBuilder n(long n) {
        this.n = n;
        return this;
    }

    public FigureBuilder input(String name, Object value) {
        inputs.put(name, value instanceof BigDecimal number ? Exact.tidy(number) : value);
        return this;
    }

    public FigureBuilder interval(Interval interval) {
        this.interval = interval;
        return this;
    }

    public FigureBuilder standardError(double standardError) {
        this.standardError = BigDecimal.valueOf(standardError);
        return this;
    }

    /** A sum or a count of facts: exact however few there are. */
    public FigureBuilder total() {
        this.estimate = false;
        return this;
    }

    public Figure value(BigDecimal value, Text formula) {
        if (value.abs().compareTo(MOST) > 0) {
            return unknown("metrics.reason.beyond", formula);
        }
        return new Figure(
                Exact.tidy(value), unit, null, n, interval, standardError, null, null, formula, inputs, null, estimate);
    }

    public Figure unknown(String reason, Text formula) {
        return unknown(Text.of(reason), formula);
    }

    public Figure unknown(Text reason, Text formula) {
        return new Figure(null, unit, null, n, null, null, null, null, formula, inputs, reason, estimate);
    }
}
