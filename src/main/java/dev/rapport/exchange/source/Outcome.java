package dev.rapport.exchange.source;

/** What reading a row came to. */
public sealed interface Outcome {
    record Accepted(StagedRow row) implements Outcome {}

    record Rejected(Row row, Reason reason) implements Outcome {}
}
