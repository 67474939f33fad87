package dev.rapport.platform;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL answers when a file of the database isn't as it wrote it: a failing disk, mostly. */
public final class DamagedDatabase {
    private DamagedDatabase() {}

    public static boolean isReason(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException answer && isDamage(answer)) {
                return true;
            }
        }
        return false;
    }

    /** Data corrupted, index corrupted; or a file isn't there, one of the data, for a missing extension says so too. */
    private static boolean isDamage(SQLException answer) {
        String state = String.valueOf(answer.getSQLState());
        return state.equals("XX001")
                || state.equals("XX002")
                || state.equals("58P01") && String.valueOf(answer.getMessage()).contains("base/");
    }
}
