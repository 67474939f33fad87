package dev.rapport.platform;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A disk without room, as the system, Java and PostgreSQL name it. */
public final class FullDisk {
    /** PostgreSQL takes its log in pieces of this size: with less it stops half-way. */
    private static final long LEAST = 16L << 20;

    private static final Pattern NAMES =
            Pattern.compile("No space left on device|not enough space on the disk|disk full|Disk quota exceeded");

    private FullDisk() {}

    public static boolean isReason(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (isNamed(String.valueOf(cause.getMessage()))
                    || cause instanceof SQLException refused && "53100".equals(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    public static boolean isNamed(String message) {
        return NAMES.matcher(message).find();
    }

    public static String sentence(Path folder) {
        return "The disk that holds " + folder + " is full. Make room, then start again: nothing is lost.";
    }

    public static boolean isFull(Path folder) {
        try {
            FileStore disk = Files.getFileStore(folder);
            return disk.getTotalSpace() > 0 && disk.getUsableSpace() < LEAST;
        } catch (IOException unknown) {
            return false;
        }
    }

    /** Asked before anything is written: stopping half-way is what a full disk makes dangerous. */
    static void requireRoom(Path folder) {
        if (isFull(folder)) {
            throw new StartRefused(sentence(folder));
        }
    }
}
