package dev.rapport.platform.database;

import dev.rapport.platform.Archives;
import dev.rapport.platform.FullDisk;
import dev.rapport.platform.StartRefused;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why the server of a home doesn't come up, from what it said, and the way out. */
record StartDiagnosis(Path home, ServerLog log, Throwable cause) {
    private static final Pattern DAMAGE = Pattern.compile(
            "control file|checksum|checkpoint|invalid|corrupt|unexpected|incompatible|does not exist|could not (read|open|find|access|locate|stat)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ITS_FAULT = Pattern.compile("denied|too many open|shared memory|in use");

    StartRefused refusal(Collection<String> failures) {
        if (String.valueOf(cause.getMessage()).contains("postgres binaries")) {
            return refused("Rapport brings no database for this kind of machine (" + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + "). Name a PostgreSQL server with SPRING_DATASOURCE_URL.");
        }
        if (FullDisk.isReason(cause) || failures.stream().anyMatch(FullDisk::isNamed)) {
            return refused(FullDisk.sentence(home));
        }
        Path data = home.resolve("database");
        Optional<String> damage = failures.stream()
                .filter(line -> DAMAGE.matcher(line).find()
                        && !NOT_ITS_FAULT.matcher(line).find())
                .findFirst();
        if (damage.isPresent()) {
            return refused("The database in " + data + " is damaged (" + damage.get() + "). Move that folder away and "
                    + Archives.newest(home.resolve("backups"))
                            .map(archive -> "start once with --restore=" + archive + ".")
                            .orElse("put your copy of it back."));
        }
        String last =
                failures.stream().findFirst().map(line -> " (" + line + ")").orElse("");
        return refused("The database in " + data + " doesn't start" + last + ". The reason is at the end of "
                + log.file() + ".");
    }

    private StartRefused refused(String sentence) {
        return new StartRefused(sentence, cause);
    }
}
