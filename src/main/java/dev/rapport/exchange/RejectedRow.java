package dev.rapport.exchange;

import dev.rapport.exchange.source.Reason;

/** A row that stayed out and why. */
public record RejectedRow(long line, Reason reason) {}
