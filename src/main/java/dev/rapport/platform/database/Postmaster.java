package dev.rapport.platform.database;

import dev.rapport.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The server that the {@code postmaster.pid} of a data folder names: one that a killed Rapport left behind, maybe. */
final class Postmaster {
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(10);
    /** Above every system's highest, so no process has it. */
    private static final String NOBODY = "2147483647";

    private final Path data;
    private final List<String> lines;

    private Postmaster(Path data, List<String> lines) {
        this.data = data;
        this.lines = lines;
    }

    /** Ends a server that still holds the folder, for its application is gone: we hold the home's lock. */
    static void endLeftover(Path data) throws IOException {
        Path file = data.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file);
        if (lines.size() < 3) {
            // Cut short by a loss of power: PostgreSQL would refuse it, yet whoever wrote it can't be running.
            Files.delete(file);
            return;
        }
        new Postmaster(data, lines).end(file);
    }

    /** The process that serves the folder; null where the system doesn't tell enough to watch over it. */
    static @Nullable ProcessHandle of(Path data) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                .filter(process -> process.info().command().isPresent())
                .orElse(null);
    }

    private void end(Path file) throws IOException {
        ProcessHandle process =
                ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        if (process == null) {
            return;
        }
        if (!isOurs(process)) {
            disown(file);
            return;
        }
        for (Farewell farewell : Farewell.values()) {
            farewell.send(process);
            if (awaitEnd(process, file, farewell.patience)) {
                return;
            }
        }
        throw new StartRefused("The database of an earlier Rapport (process " + process.pid()
                + ") doesn't end. End that process or restart the machine, then start again.");
    }

    /**
     * PostgreSQL takes any living process of that number for a server and refuses. With a number that nobody has it
     * looks for itself whether the folder's memory is still in use, which deleting the file would keep it from doing.
     */
    private void disown(Path file) throws IOException {
        List<String> changed = new ArrayList<>(lines);
        changed.set(0, NOBODY);
        Files.write(file, changed);
    }

    private boolean isOurs(ProcessHandle process) {
        ProcessHandle.Info info = process.info();
        boolean postgres = info.command()
                .map(command -> Path.of(command).getFileName().toString())
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith("postgres"))
                .isPresent();
        return postgres && info.user().equals(ProcessHandle.current().info().user()) && worksHere(process);
    }

    private boolean worksHere(ProcessHandle process) {
        Path folder = Path.of("/proc", String.valueOf(process.pid()), "cwd");
        try {
            if (Files.exists(folder)) {
                return Files.isSameFile(folder, data);
            }
            Instant written = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
            return Files.isSameFile(Path.of(lines.get(1)), data)
                    && process.info()
                            .startInstant()
                            .filter(start ->
                                    Duration.between(start, written).abs().compareTo(CLOCKS_DIFFER) < 0)
                            .isPresent();
        } catch (IOException | NumberFormatException unknown) {
            return false;
        }
    }

    /** The file goes with the last act of the server; its process may stay listed when nobody collects it. */
    private static boolean awaitEnd(ProcessHandle process, Path file, Duration patience) {
        long begin = System.nanoTime();
        while (System.nanoTime() - begin < patience.toNanos()) {
            if (!process.isAlive() || !Files.exists(file)) {
                return true;
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private enum Farewell {
        /** Ends the connections and writes everything down. */
        INT(Duration.ofSeconds(8)),
        /** Stops at once; the next start replays its log. */
        QUIT(Duration.ofSeconds(3));

        private final Duration patience;

        Farewell(Duration patience) {
            this.patience = patience;
        }

        /** Java itself can only send TERM, for which PostgreSQL waits until every connection has gone. */
        void send(ProcessHandle process) throws IOException {
            String[] command = System.getProperty("os.name").startsWith("Windows")
                    ? new String[] {pgCtl(process), "kill", name(), String.valueOf(process.pid())}
                    : new String[] {"kill", "-s", name(), String.valueOf(process.pid())};
            try {
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private static String pgCtl(ProcessHandle process) {
            return Path.of(process.info().command().orElse("postgres.exe"))
                    .resolveSibling("pg_ctl.exe")
                    .toString();
        }
    }
}
