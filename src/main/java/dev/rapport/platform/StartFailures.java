package dev.rapport.platform;

import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says why Rapport didn't start in one sentence, where Boot would print a stack trace or a report. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public class StartFailures implements SpringBootExceptionReporter {
    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> sentence = sentence(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }

    /** What the founder can do about the failure, if it is of that kind. */
    public static Optional<String> sentence(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> sentence = known(cause);
            if (sentence.isPresent()) {
                return sentence;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof StartRefused) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof PortInUseException taken) {
            return Optional.of(ListenAddress.taken(taken.getPort()));
        }
        if (cause instanceof FlywayValidateException misfit) {
            return Optional.of("The database doesn't fit this version of Rapport (" + line(misfit, 1)
                    + "). Start the version that used it last, or a newer one.");
        }
        if (cause instanceof SQLException damage && DamagedDatabase.isReason(damage)) {
            return Optional.of("The database is damaged (" + line(damage, 0)
                    + "). Move the folder \"database\" of Rapport's home away and start once with --restore= and the"
                    + " newest file of its folder \"backups\".");
        }
        if (cause instanceof SQLException full && FullDisk.isReason(full)) {
            return Optional.of("The disk of the database is full. Make room, then start again: nothing is lost.");
        }
        if (cause instanceof SQLException refused && isOfTheConnection(refused)) {
            return Optional.of(
                    "The PostgreSQL server named by SPRING_DATASOURCE_URL can't be used (" + line(refused, 0) + ").");
        }
        return Optional.empty();
    }

    /** No connection, wrong user or password, no such database. */
    private static boolean isOfTheConnection(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
    }

    private static String line(Exception failure, int number) {
        String text = String.valueOf(failure.getMessage())
                .lines()
                .skip(number)
                .findFirst()
                .orElse("unknown reason");
        return text.strip().replaceFirst("\\.$", "");
    }
}
