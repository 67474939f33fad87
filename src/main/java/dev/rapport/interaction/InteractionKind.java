package dev.rapport.interaction;

/** How it happened. A note is the founder's own: it says something of a customer, but is no contact with them. */
public enum InteractionKind {
    CALL,
    MAIL,
    MEETING,
    CHAT,
    SOCIAL,
    EVENT,
    NOTE;

    public boolean isContact() {
        return this != NOTE;
    }
}
