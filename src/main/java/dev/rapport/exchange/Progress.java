package dev.rapport.exchange;

import java.util.Optional;

/** How far a running import is, and whether it is wanted still. Written by its thread, read by others. */
final class Progress {
    /** Of a hundred parts of the work of a large import: reading, finding customers, checking, making customers, storing, the rest. */
    private static final int[] PARTS = {15, 12, 18, 4, 48, 3};

    private volatile long begun;
    private volatile long stepBegun;
    private volatile long expectedRows = 1;
    private volatile long rows;
    private volatile int passedOver;
    private volatile int steps;
    private volatile boolean stopped;
    private volatile boolean abandoned;
    private volatile Runnable interruption = () -> {};

    /** Called for every row read. */
    void read(long rowsSoFar) {
        rows = rowsSoFar;
        stopIfAsked();
    }

    /** A row that was read and is none of the kind imported; by the import's own thread only. */
    void passOver() {
        passedOver = passedOver + 1;
    }

    int passedOver() {
        return passedOver;
    }

    void beginAnew() {
        begun = 0;
        rows = 0;
        passedOver = 0;
        steps = 0;
        interruption = () -> {};
    }

    void expect(long expected) {
        expectedRows = Math.max(1, expected);
        begun = System.nanoTime();
        stepBegun = begun;
    }

    /** Called between the steps of storing. */
    void storing() {
        steps++;
        stepBegun = System.nanoTime();
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
        return (int) Math.min(99, Math.round(100 * share()));
    }

    /** Over the whole of the work so far, so that it is what the import comes to if it goes on so. */
    Optional<Pace> pace() {
        double share = share();
        double seconds = begun == 0 ? 0 : (System.nanoTime() - begun) / 1e9;
        if (seconds < 1 || share <= 0) {
            return Optional.empty();
        }
        long all = isStoring() ? rows : Math.max(expectedRows, rows);
        return Optional.of(new Pace(Math.round(all * share / seconds), Math.round(seconds * (1 - share) / share)));
    }

    record Pace(long rowsPerSecond, long secondsLeft) {}

    /** How much is done. Within a step nothing is known but the time: it nears the end of its part, and never gets there. */
    private double share() {
        int step = Math.min(steps, PARTS.length - 1);
        double done = 0;
        for (int i = 0; i < step; i++) {
            done += PARTS[i];
        }
        if (step == 0) {
            return PARTS[0] * Math.min(1.0, (double) rows / expectedRows) / 100;
        }
        double expected = (stepBegun - begun) / done * PARTS[step];
        double within = 1 - Math.exp(-(System.nanoTime() - stepBegun) / Math.max(1, expected));
        return (done + PARTS[step] * within) / 100;
    }
}
