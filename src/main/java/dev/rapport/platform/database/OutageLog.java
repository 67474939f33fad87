package dev.rapport.platform.database;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import dev.rapport.platform.DatabaseAway;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** One line when the database goes away and one when it is back, in place of a stack trace from everyone who asked it. */
@Component
class OutageLog extends TurboFilter implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");
    private static final long LOOK_EACH_MS = 1000;

    private final ObjectProvider<DataSource> pool;
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile boolean over;

    OutageLog(ObjectProvider<DataSource> pool) {
        this.pool = pool;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            setContext(logging);
            logging.addTurboFilter(this);
            start();
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            ch.qos.logback.classic.Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        Throwable failure = thrown == null ? last(params) : thrown;
        if (over || failure == null || !DatabaseAway.isReason(failure)) {
            return FilterReply.NEUTRAL;
        }
        if (level.isGreaterOrEqual(Level.WARN) && away.compareAndSet(false, true)) {
            Thread watch = new Thread(() -> tell(reason(failure)), "outage");
            watch.setDaemon(true);
            watch.start();
        }
        return FilterReply.DENY;
    }

    /** Where a message takes several arguments the exception is the last of them. */
    private static @Nullable Throwable last(Object @Nullable [] params) {
        return params != null && params.length > 0 && params[params.length - 1] instanceof Throwable failure
                ? failure
                : null;
    }

    private void tell(String reason) {
        long begin = System.nanoTime();
        LOG.warn("The database can't be reached ({}). Rapport goes on by itself when it is back.", reason);
        while (!over && !isBack()) {
            try {
                TimeUnit.MILLISECONDS.sleep(LOOK_EACH_MS);
            } catch (InterruptedException stopped) {
                return;
            }
        }
        away.set(false);
        if (!over) {
            LOG.info("The database is back after {} s.", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
        }
    }

    private boolean isBack() {
        try (Connection connection = pool.getObject().getConnection()) {
            return connection.isValid(1);
        } catch (SQLException still) {
            return false;
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
    }

    @Override
    public void destroy() {
        over = true;
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().remove(this);
        }
    }
}
