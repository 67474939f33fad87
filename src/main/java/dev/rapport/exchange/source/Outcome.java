package dev.rapport.exchange.source;

/** What reading a row came to. */
public sealed interface Outcome {
    record Accepted(StagedRow row) implements Outcome {}

    record Rejected(Row row, Reason reason) implements Outcome {}

    /** Nothing is wrong with it, but it isn't one of what the file is imported for. */
    record PassedOver(Row row, Reason reason) implements Outcome {}
}
