package dev.rapport.exchange;

/** Where an import stands. Only a draft is not yet begun, and only it is unknown to the API. */
public enum ImportState {
    DRAFT,
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    UNDONE;

    public boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }
}
