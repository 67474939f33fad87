package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.Manifest;
import dev.rapport.platform.StartRefused;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** {@code --restore=FILE}: once the database is up to date and before anything else looks at it. */
@Component
class RestoreAtStart implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");
    private final Restore restore;
    private final Environment environment;

    RestoreAtStart(Restore restore, Environment environment) {
        this.restore = restore;
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() throws SQLException, IOException {
        restore.sweep();
        String wanted = environment.getProperty("restore");
        if (wanted == null) {
            return;
        }
        Path file = Path.of(wanted);
        if (wanted.isBlank() || !Files.isRegularFile(file)) {
            throw new StartRefused("There is no archive at " + file.toAbsolutePath() + ".");
        }
        LOG.info("Restoring {}", file);
        try {
            Manifest restored = restore.run(file, passphrase(file), new RestoreProgress());
            LOG.info(
                    "Restored as of {}: {} customers, {} rows, {} files",
                    restored.madeAt(),
                    restored.rows("customer"),
                    restored.rows(),
                    restored.files().size());
        } catch (CannotRestore refused) {
            throw new StartRefused(refused.getMessage() + ": " + file + ".", refused);
        }
    }

    /** Never an argument: every user of the machine can read those. */
    private @Nullable String passphrase(Path file) throws IOException {
        String given = environment.getProperty("RAPPORT_RESTORE_PASSPHRASE");
        if (given != null) {
            return given;
        }
        String kept = environment.getProperty("RAPPORT_RESTORE_PASSPHRASE_FILE");
        if (kept != null) {
            return Files.readString(Path.of(kept)).strip();
        }
        Console console = System.console();
        if (console == null || !file.toString().endsWith(".gpg")) {
            return null;
        }
        char[] typed = console.readPassword("Passphrase of %s: ", file.getFileName());
        return typed == null ? null : new String(typed);
    }
}
