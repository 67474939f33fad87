package dev.rapport.exchange.source;

/** A cell that can't be a value of its field. Thrown within one row's reading only, so it carries no stack. */
final class BadCell extends RuntimeException {
    private final Reason reason;

    BadCell(Field field, String key, Object... arguments) {
        super(key, null, false, false);
        this.reason = Reason.of(field.code(), key, arguments);
    }

    Reason reason() {
        return reason;
    }
}
