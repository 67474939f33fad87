package dev.rapport.exchange;

/** The import was undone while it ran, here or from another instance. */
final class ImportStopped extends RuntimeException {}
