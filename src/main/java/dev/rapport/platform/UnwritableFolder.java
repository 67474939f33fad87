package dev.rapport.platform;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A folder of the home that may be read and not written: mounted so after a fault of the disk, or given to another user. */
public final class UnwritableFolder {
    private static final Pattern NAMES = Pattern.compile(
            "Read-only file system|[Pp]ermission denied|Operation not permitted|media is write protected");

    private UnwritableFolder() {}

    public static boolean isReason(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessDeniedException
                    || cause instanceof ReadOnlyFileSystemException
                    || (cause instanceof IOException || isOfAFile(cause))
                            && NAMES.matcher(String.valueOf(cause.getMessage())).find()) {
                return true;
            }
        }
        return false;
    }

    /** PostgreSQL says so of its files by the state it has for missing rights, and of tables with other words. */
    private static boolean isOfAFile(Throwable cause) {
        return cause instanceof SQLException answer
                && ("42501".equals(answer.getSQLState()) || "58030".equals(answer.getSQLState()))
                && String.valueOf(answer.getMessage()).contains(" file ");
    }
}
