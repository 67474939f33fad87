package dev.rapport.customer;

/**
 * A table with an {@code id} and a {@code customer_id} whose rows go with a deleted customer and come back when the deletion is
 * undone. Each module declares its own as beans.
 *
 * @param order where it stands among the others when rows come back: a table after those that it refers to. Interactions 20,
 *     timeline 30, tasks 40, purchases 50, answers 60.
 */
public record CustomerFacts(String table, int order) {}
