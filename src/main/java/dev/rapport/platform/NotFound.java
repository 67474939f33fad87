package dev.rapport.platform;

/** What was asked for does not exist: 404, without detail. */
public final class NotFound extends RuntimeException {
    public NotFound(String what, Object id) {
        super(what + " " + id);
    }
}
