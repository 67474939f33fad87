package dev.rapport.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/**
 * The SQL statements that a piece of a test sends, but for those of the session, of the account, of the business, which is
 * read anew every ten seconds, and of the search's statistics, which are every ten minutes.
 */
public final class Statements {
    private static final List<Logger> LOGGERS = Stream.of(
                    "org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL")
            .map(name -> (Logger) LoggerFactory.getLogger(name))
            .toList();

    private Statements() {}

    public static List<String> of(Runnable work) {
        ListAppender<ILoggingEvent> heard = new ListAppender<>();
        heard.start();
        LOGGERS.forEach(logger -> {
            logger.setLevel(Level.DEBUG);
            logger.setAdditive(false);
            logger.addAppender(heard);
        });
        try {
            work.run();
        } finally {
            LOGGERS.forEach(logger -> {
                logger.setLevel(null);
                logger.setAdditive(true);
                logger.detachAppender(heard);
            });
        }
        return heard.list.stream()
                .filter(event -> event.getLoggerName().endsWith("SQL")
                        || event.getFormattedMessage().contains("["))
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> !text.contains("spring_session")
                        && !text.contains("api_token")
                        && !text.contains("FROM account")
                        && !text.contains("FROM business")
                        && !text.contains("JOIN pg_stats"))
                .toList();
    }
}
