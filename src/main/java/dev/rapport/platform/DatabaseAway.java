package dev.rapport.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The database can't be reached: it was stopped, restarts, or has no connection to spare. Later the same may succeed. */
public final class DatabaseAway {
    /** Connection exceptions, shut down, crashed, still starting, too many connections. */
    private static final Pattern STATES = Pattern.compile("08...|57P0[1-5]|53300");

    private DatabaseAway() {}

    public static boolean isReason(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException answer && isAway(answer)) {
                return true;
            }
        }
        return false;
    }

    /** The pool throws a lost connection away; a rollback on it then has no other words. */
    private static boolean isAway(SQLException answer) {
        return answer instanceof SQLTransientConnectionException
                || STATES.matcher(String.valueOf(answer.getSQLState())).matches()
                || "Connection is closed".equals(answer.getMessage());
    }

    /** Whether the connection was lost while a commit was under way: then nobody knows whether it came through. */
    public static boolean leavesCommitOpen(@Nullable Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                for (StackTraceElement step : cause.getStackTrace()) {
                    if (step.getMethodName().equals("commit")
                            && step.getClassName().startsWith("org.postgresql.")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
