package dev.rapport.customer;

/** A customer that was written, and the logged change that can be undone. */
public record Stored(long id, long changeId) {}
