package dev.rapport.exchange.archive;

import dev.rapport.platform.FullDisk;
import dev.rapport.platform.UnwritableFolder;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** Why no archive came of a run; nothing of it remains on disk. */
public final class ArchiveFailed extends RuntimeException {
    private static final String OTHER = "other";

    private final String key;

    private ArchiveFailed(String key, Exception cause) {
        super(cause.getMessage(), cause);
        this.key = key;
    }

    static ArchiveFailed because(Exception cause) {
        return new ArchiveFailed("archive.failed." + kind(cause), cause);
    }

    /** Whether the reason is one that the founder can mend. */
    boolean isExplained() {
        return !key.endsWith(OTHER);
    }

    private static String kind(Exception cause) {
        if (FullDisk.isReason(cause)) {
            return "disk";
        }
        if (cause instanceof CancellationException) {
            return "cut-off";
        }
        if (UnwritableFolder.isReason(cause)) {
            return "access";
        }
        if (cause instanceof SecondFolder.NameTaken) {
            return "taken";
        }
        return cause instanceof SQLException ? "database" : OTHER;
    }

    /** Message key. */
    public String key() {
        return key;
    }

    /** What the system said. */
    public String detail() {
        @Nullable String message = getMessage();
        return message == null ? String.valueOf(getCause()) : message;
    }
}
