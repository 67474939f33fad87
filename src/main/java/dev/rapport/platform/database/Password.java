package dev.rapport.platform.database;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Of PostgreSQL's own superuser: keeps the machine's other users out, who could reach the port. */
final class Password {
    private final Path file;
    private final String text;

    private Password(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    Path file() {
        return file;
    }

    String text() {
        return text;
    }

    static Password of(Path home, boolean existingCluster) throws IOException {
        Path file = home.resolve("database.password");
        if (!Files.exists(file)) {
            if (existingCluster) {
                throw new StartRefused("The password of the database is missing. Put " + file
                        + " back from your copy of the folder, then start again.");
            }
            OwnerOnly.write(file, random());
        }
        return new Password(file, Files.readString(file).strip());
    }

    static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
