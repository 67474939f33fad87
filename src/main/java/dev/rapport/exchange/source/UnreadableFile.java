package dev.rapport.exchange.source;

/** The file as a whole can't be read as a table. */
public class UnreadableFile extends RuntimeException {
    private final Reason reason;

    public UnreadableFile(Reason reason) {
        super(reason.key() + " " + reason.arguments());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
