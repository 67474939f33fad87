package dev.rapport.customer;

public enum CustomerKind {
    PERSON,
    COMPANY
}
