package dev.rapport.metrics.formula;

/** The difference of two shares of 0..1, last − first, with Wald's interval and Newcombe's, which holds for few trials too. */
public record Difference(double value, Range wald, Range newcombe) {

    public record Range(double low, double high) {}

    static Difference of(Variant first, Variant last) {
        double p = first.share();
        double q = last.share();
        double difference = q - p;
        double half = Interval.Z * Math.sqrt(p * (1 - p) / first.trials() + q * (1 - q) / last.trials());
        Range one = wilson(first);
        Range other = wilson(last);
        return new Difference(
                difference,
                new Range(difference - half, difference + half),
                new Range(
                        difference - Math.hypot(q - other.low(), one.high() - p),
                        difference + Math.hypot(other.high() - q, p - one.low())));
    }

    private static Range wilson(Variant variant) {
        Interval percent = Interval.wilson(variant.successes(), variant.trials());
        return new Range(percent.low().doubleValue() / 100, percent.high().doubleValue() / 100);
    }
}
