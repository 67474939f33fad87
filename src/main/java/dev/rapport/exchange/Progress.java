package dev.rapport.exchange;

/** How far a running import is, and whether it is wanted still. Written by its thread, read by others. */
final class Progress {
    /** Reading goes up to here, each step of storing adds a tenth. */
    private static final int READ = 50;

    private static final int STEP = 10;

    private volatile long expectedRows = 1;
    private volatile long rows;
    private volatile int steps;
    private volatile boolean stopped;
    private volatile boolean abandoned;
    private volatile Runnable interruption = () -> {};

    /** Called for every row read. */
    void read(long rowsSoFar) {
        rows = rowsSoFar;
        stopIfAsked();
    }

    void beginAnew() {
        rows = 0;
        steps = 0;
        interruption = () -> {};
    }

    void expect(long expected) {
        expectedRows = Math.max(1, expected);
    }

    /** Called between the steps of storing. */
    void storing() {
        steps++;
        stopIfAsked();
    }

    /** How to end the statement that the import is in. */
    void interruptedBy(Runnable newInterruption) {
        interruption = newInterruption;
    }

    /** While rows are read, the reader sees it at the next one; a statement under way is cut off. */
    void stop() {
        stopped = true;
        if (steps > 0) {
            interruption.run();
        }
    }

    /** The program ends: the import begins anew at the next start. */
    void abandon() {
        abandoned = true;
        stop();
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isAbandoned() {
        return abandoned;
    }

    void stopIfAsked() {
        if (stopped) {
            throw new ImportStopped();
        }
    }

    long rows() {
        return rows;
    }

    boolean isStoring() {
        return steps > 0;
    }

    int percent() {
        return steps == 0 ? (int) Math.min(READ, READ * rows / expectedRows) : Math.min(99, READ + STEP * (steps - 1));
    }
}
