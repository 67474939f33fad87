package dev.rapport.exchange.archive;

/** How far an archive is; written by one thread, read by others. */
public final class ArchiveProgress {
    private static final int WHOLE = 100;
    private volatile long done;
    private volatile long total;

    /** What is to be written in all, in any unit. */
    void expect(long amount) {
        total = amount;
    }

    void reach(long amount) {
        done = amount;
    }

    public int percent() {
        long all = total;
        return all <= 0 ? 0 : (int) Math.min(WHOLE, done * WHOLE / all);
    }
}
