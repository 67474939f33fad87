package dev.rapport.account;

/** The founder, or somebody who works along and may not change settings. */
public enum Role {
    OWNER,
    HELPER
}
