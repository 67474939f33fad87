package dev.rapport.customer;

public enum ContactKind {
    EMAIL,
    PHONE
}
