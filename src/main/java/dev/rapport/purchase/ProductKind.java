package dev.rapport.purchase;

/** What customers come for, or what is offered on top of it. */
public enum ProductKind {
    BASE,
    VALUE_ADDED
}
