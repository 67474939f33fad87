package dev.rapport.history;

import java.time.Instant;
import java.util.List;

/** What imports brought to a customer. They log what they do as a whole: whoever keeps their rows says what fell to whom. */
public interface BroughtIn {
    /** Latest first. */
    List<Brought> to(long customerId);

    /**
     * What one import brought.
     *
     * @param made the customer themself came with it
     * @param changed fields of the customer changed by it
     * @param facts how many purchases, answers or interactions came with it
     */
    record Brought(long importId, String fileName, Instant finishedAt, boolean made, boolean changed, int facts) {}
}
