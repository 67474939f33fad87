package dev.rapport.exchange.archive;

import java.nio.file.Path;

/**
 * An archive that has just been written.
 *
 * @param sha256 of the file as it lies on disk
 */
public record WrittenArchive(Path file, long bytes, String sha256, boolean encrypted, Manifest manifest) {}
