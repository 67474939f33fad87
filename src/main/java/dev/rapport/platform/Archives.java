package dev.rapport.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The archives in a folder, known by their names, which begin with the moment that they were made. */
public final class Archives {
    private Archives() {}

    public static Optional<Path> newest(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("rapport-\\d{8}-\\d{6}.*\\.zip(\\.gpg)?"))
                    .max(Comparator.comparing(Path::getFileName));
        } catch (IOException none) {
            return Optional.empty();
        }
    }
}
