package dev.rapport.exchange.archive;

import java.util.concurrent.CancellationException;

/** How far an archive is; written by one thread, read by others. */
public final class ArchiveProgress {
    private static final int WHOLE = 100;
    /** Written by one thread only. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private volatile long done;

    private volatile long total;
    private volatile boolean abandoned;

    /** What is to be written in all, in any unit. */
    void expect(long amount) {
        total = amount;
    }

    void advance(long amount) {
        endIfAbandoned();
        done += amount;
    }

    /** Has the writer end as soon as it can, leaving nothing. */
    void abandon() {
        abandoned = true;
    }

    void endIfAbandoned() {
        if (abandoned) {
            throw new CancellationException("Rapport is stopping");
        }
    }

    public int percent() {
        long all = total;
        return all <= 0 ? 0 : (int) Math.min(WHOLE, done * WHOLE / all);
    }
}
