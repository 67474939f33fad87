package dev.rapport.interaction;

/** Who began: the customer (in), the founder (out), or it does not matter. */
public enum Direction {
    IN,
    OUT,
    NONE
}
