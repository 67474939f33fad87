package dev.rapport.platform.web;

import dev.rapport.platform.DamagedDatabase;
import dev.rapport.platform.DatabaseAway;
import dev.rapport.platform.FullDisk;
import dev.rapport.platform.UnwritableFolder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What is wrong with the machine and not with the request: once it is mended the same request may succeed. */
enum Fault {
    DATABASE_AWAY("away", HttpStatus.SERVICE_UNAVAILABLE, 5),
    DISK_FULL("full", HttpStatus.INSUFFICIENT_STORAGE, 60),
    HOME_UNWRITABLE("unwritable", HttpStatus.INSUFFICIENT_STORAGE, 60),
    DATABASE_DAMAGED("damaged", HttpStatus.INTERNAL_SERVER_ERROR, 3600),
    OUT_OF_MEMORY("memory", HttpStatus.SERVICE_UNAVAILABLE, 30);

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
        return DatabaseAway.isReason(failure) ? Optional.of(DATABASE_AWAY) : Optional.empty();
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
