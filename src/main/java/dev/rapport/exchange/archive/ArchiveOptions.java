package dev.rapport.exchange.archive;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.rapport.platform.Refused;
import dev.rapport.platform.jobs.DailyAt;
import dev.rapport.platform.jobs.Jobs;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/** When archives are made, where the second one goes, and what they are locked with. */
@Service
public class ArchiveOptions {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    private final ArchiveRuns runs;
    private final SecondFolder second;
    private final Passphrase passphrase;
    private final Jobs jobs;
    private final RecurringTask<Void> nightly;
    private final DailyAt hour;

    ArchiveOptions(
            ArchiveRuns runs,
            SecondFolder second,
            Passphrase passphrase,
            Jobs jobs,
            @Qualifier("nightlyArchive") RecurringTask<Void> nightly,
            @Qualifier("archiveHour") DailyAt hour) {
        this.runs = runs;
        this.second = second;
        this.passphrase = passphrase;
        this.jobs = jobs;
        this.nightly = nightly;
        this.hour = hour;
    }

    public ArchiveSettings settings() {
        return runs.settings();
    }

    /** Tries the second folder out by writing into it. */
    public void change(int newHour, @Nullable String secondFolder) {
        if (newHour < 0 || newHour > 23) {
            throw new Refused("hour", "archive.refused.hour");
        }
        String folder = secondFolder == null ? null : second.check(secondFolder).toString();
        boolean moved = newHour != runs.settings().hour();
        runs.change(new ArchiveSettings(newHour, folder));
        if (moved) {
            jobs.reschedule(nightly, hour);
        }
    }

    public boolean encrypts() {
        return passphrase.isSet();
    }

    /** From the next archive on; those already there keep the one they were locked with. */
    public void encrypt(String secret) {
        int length = secret.codePointCount(0, secret.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new Refused("passphrase", "archive.refused.passphrase", SHORTEST, LONGEST);
        }
        if (secret.chars().anyMatch(Character::isISOControl)) {
            throw new Refused("passphrase", "archive.refused.control");
        }
        try {
            passphrase.set(secret);
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    public void stopEncrypting() {
        try {
            passphrase.forget();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
