package dev.rapport.platform.web;

import dev.rapport.platform.DamagedDatabase;
import dev.rapport.platform.DatabaseAway;
import dev.rapport.platform.FullDisk;
import dev.rapport.platform.UnwritableFolder;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is wrong around the request and not with it, the machine or somebody else's long work: later the same may succeed. */
enum Fault {
    DATABASE_AWAY("away", HttpStatus.SERVICE_UNAVAILABLE, 5),
    DISK_FULL("full", HttpStatus.INSUFFICIENT_STORAGE, 60),
    HOME_UNWRITABLE("unwritable", HttpStatus.INSUFFICIENT_STORAGE, 60),
    BUSY("busy", HttpStatus.SERVICE_UNAVAILABLE, 10),
    DATABASE_DAMAGED("damaged", HttpStatus.INTERNAL_SERVER_ERROR, 3600),
    OUT_OF_MEMORY("memory", HttpStatus.SERVICE_UNAVAILABLE, 30);

    /** No lock within the connection's lock_timeout; a deadlock. */
    private static final Set<String> HELD = Set.of("55P03", "40P01");

    private final String key;
    private final HttpStatus status;
    private final int retryAfter;

    Fault(String key, HttpStatus status, int retryAfter) {
        this.key = key;
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static Optional<Fault> of(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return Optional.of(OUT_OF_MEMORY);
            }
        }
        if (failure != null && FullDisk.isReason(failure)) {
            return Optional.of(DISK_FULL);
        }
        if (UnwritableFolder.isReason(failure)) {
            return Optional.of(HOME_UNWRITABLE);
        }
        if (DamagedDatabase.isReason(failure)) {
            return Optional.of(DATABASE_DAMAGED);
        }
        if (isBusy(failure)) {
            return Optional.of(BUSY);
        }
        return DatabaseAway.isReason(failure) ? Optional.of(DATABASE_AWAY) : Optional.empty();
    }

    /** Another transaction, an import at most, holds the rows for longer than a page waits, or waits for ours in turn. */
    private static boolean isBusy(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && HELD.contains(String.valueOf(refused.getSQLState()))) {
                return true;
            }
        }
        return false;
    }

    /** The last part of the keys of its texts. */
    String key() {
        return key;
    }

    HttpStatus status() {
        return status;
    }

    /** Seconds after which a program may try again. */
    int retryAfter() {
        return retryAfter;
    }
}
