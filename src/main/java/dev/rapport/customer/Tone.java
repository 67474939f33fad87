package dev.rapport.customer;

/** How something stands: colour is used only where it needs the founder. */
public enum Tone {
    GOOD,
    PLAIN,
    WARN,
    BAD;

    /** The class in the style sheet. */
    public String css() {
        return this == PLAIN ? "muted" : name().toLowerCase(java.util.Locale.ROOT);
    }
}
