package dev.rapport.exchange;

/** What became of the rows of a file; apart the customers that a file of facts brought along, and rows that were no such facts. */
public record Counts(int created, int updated, int unchanged, int rejected, int customersCreated, int passedOver) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    public int rows() {
        return created + updated + unchanged + rejected;
    }
}
