package dev.rapport.exchange.restore.web;

import org.jspecify.annotations.Nullable;

/** Beside the file: what opens an encrypted one. */
record RestoreForm(@Nullable String passphrase) {}
