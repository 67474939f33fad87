package dev.rapport.metrics.formula;

/** Share of buyers who bought on more than one day, in percent. */
public final class RepeatRate {

    private RepeatRate() {}

    public static Figure of(long repeaters, long buyers) {
        return Share.of(
                Figure.in(Unit.PERCENT).input("repeaters", repeaters).input("buyers", buyers),
                repeaters,
                buyers,
                Text.of("metrics.repeat.formula", repeaters, buyers),
                "metrics.reason.buyers");
    }
}
