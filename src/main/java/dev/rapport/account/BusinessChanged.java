package dev.rapport.account;

/** The settings of the business were written, or it was set up. */
public record BusinessChanged() {}
