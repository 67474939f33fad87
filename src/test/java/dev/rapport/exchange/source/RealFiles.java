package dev.rapport.exchange.source;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The public data sets that lie beside the project; tests that want one are skipped where it is missing. */
public final class RealFiles {
    private RealFiles() {}

    public static Path named(String name) {
        Path file =
                Path.of(System.getProperty("rapport.data", "../shared/data")).resolve(name);
        assumeTrue(Files.exists(file), "SKIPPED: " + file.toAbsolutePath() + " is missing; set -Drapport.data");
        return file;
    }
}
