package dev.rapport.exchange;

/** The import was undone while it ran. */
final class ImportStopped extends RuntimeException {}
