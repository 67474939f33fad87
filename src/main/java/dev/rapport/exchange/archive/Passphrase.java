package dev.rapport.exchange.archive;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What archives are locked with, for the job of the night needs it while nobody is there: a file of the home that only
 * its owner can read, never a row, so that no archive holds its own key.
 */
@Component
public class Passphrase {
    private final Path file;

    public Passphrase(RapportHome home) {
        this.file = home.path().resolve("archive.passphrase");
    }

    /** Without the line end that an editor adds. An empty file is an error: what should be locked must not go out open. */
    public Optional<String> get() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        String secret = Files.readString(file).replaceFirst("\\R$", "");
        if (secret.isEmpty()) {
            throw new IOException(file + " is empty");
        }
        return Optional.of(secret);
    }

    public boolean isSet() {
        return Files.exists(file);
    }

    void set(String passphrase) throws IOException {
        OwnerOnly.write(file, passphrase);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }
}
