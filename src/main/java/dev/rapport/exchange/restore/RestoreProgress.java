package dev.rapport.exchange.restore;

/** How far a restore is; written by one thread, read by others. */
public final class RestoreProgress {
    private static final int WHOLE = 100;
    private volatile Step step = Step.CHECKING;
    private volatile long total;
    private volatile long done;

    public enum Step {
        CHECKING,
        LOADING,
        INDEXING,
        FINISHING
    }

    void begin(Step next, long amount) {
        total = amount;
        done = 0;
        step = next;
    }

    void add(long amount) {
        done = done + amount;
    }

    public Step step() {
        return step;
    }

    /** Of the current step. */
    public int percent() {
        long all = total;
        return all <= 0 ? 0 : (int) Math.min(WHOLE, done * WHOLE / all);
    }
}
