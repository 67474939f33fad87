package dev.rapport.exchange;

/** What became of the rows of a file; the customers that a file of facts brought along are counted apart. */
public record Counts(int created, int updated, int unchanged, int rejected, int customersCreated) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    public int rows() {
        return created + updated + unchanged + rejected;
    }
}
