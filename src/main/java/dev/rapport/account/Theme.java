package dev.rapport.account;

public enum Theme {
    LIGHT,
    DARK,
    SYSTEM
}
