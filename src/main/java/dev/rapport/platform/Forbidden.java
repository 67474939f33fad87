package dev.rapport.platform;

/** The account may not do this: 403. */
public final class Forbidden extends RuntimeException {
    public Forbidden(String what) {
        super(what);
    }
}
