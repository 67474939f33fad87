package dev.rapport.metrics.formula;

/** When in a period its money comes: at its end (discounted from the first one on) or at its start. */
public enum Timing {
    END,
    START
}
