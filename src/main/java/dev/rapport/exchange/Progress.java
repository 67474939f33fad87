package dev.rapport.exchange;

/** How far a running import is, and whether it is wanted still. Written by its thread, read by others. */
final class Progress {
    private volatile long rows;
    private volatile boolean storing;
    private volatile boolean stopped;
    private volatile boolean abandoned;
    private volatile Runnable interruption = () -> {};

    /** Called for every row read. */
    void read(long rowsSoFar) {
        rows = rowsSoFar;
        stopIfAsked();
    }

    void storing() {
        storing = true;
        stopIfAsked();
    }

    /** How to end the statement that the import is in. */
    void interruptedBy(Runnable newInterruption) {
        interruption = newInterruption;
    }

    void stop() {
        stopped = true;
        interruption.run();
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
        return storing;
    }
}
