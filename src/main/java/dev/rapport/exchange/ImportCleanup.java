package dev.rapport.exchange;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ClockTrust;
import dev.rapport.platform.jobs.DailyAt;
import dev.rapport.platform.jobs.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets go of drafts that were left lying, and of what only an undo would need once it is too late for one. */
@Component
@Transactional
class ImportCleanup {
    private static final Duration DRAFTS_KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final Uploads uploads;
    private final Clock clock;

    ImportCleanup(JdbcClient jdbc, Uploads uploads, Clock clock) {
        this.jdbc = jdbc;
        this.uploads = uploads;
        this.clock = clock;
    }

    void run() {
        jdbc.sql("DELETE FROM import WHERE state = 'DRAFT' AND created_at < :before RETURNING stored_as")
                .param("before", ago(DRAFTS_KEPT))
                .query(String.class)
                .list()
                .forEach(uploads::discard);
        jdbc.sql("""
                        DELETE FROM import_image g USING import i
                        WHERE i.id = g.import_id AND (i.state = 'UNDONE' OR i.finished_at < :before)""").param("before", ago(Uploads.KEPT)).update();
        try {
            uploads.discardOld();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OffsetDateTime ago(Duration time) {
        return clock.instant().minus(time).atOffset(ZoneOffset.UTC);
    }

    @Configuration(proxyBeanMethods = false)
    static class Nightly {
        private static final LocalTime AT_NIGHT = LocalTime.of(4, 20);

        @Bean
        RecurringTask<Void> nightlyImportCleanup(ImportCleanup cleanup, BusinessSettings business, ClockTrust clock) {
            return Jobs.recurring(
                    "import-cleanup", new DailyAt(() -> AT_NIGHT, business), () -> clock.unlessLeapt(cleanup::run));
        }
    }
}
