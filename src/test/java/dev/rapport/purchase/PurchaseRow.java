package dev.rapport.purchase;

import java.util.Arrays;
import java.util.List;

/** A line of a file of purchases: id, day, amount, currency, rate, cost, product, refundOf, note. */
record PurchaseRow(
        long customer,
        String id,
        String day,
        String amount,
        String currency,
        String rate,
        String cost,
        String product,
        String refundOf,
        String note) {
    static PurchaseRow of(long customer, String text) {
        String[] cells = Arrays.copyOf(text.split(",", -1), 9);
        return new PurchaseRow(
                customer,
                cell(cells[0]),
                cell(cells[1]),
                cell(cells[2]),
                cell(cells[3]),
                cell(cells[4]),
                cell(cells[5]),
                cell(cells[6]),
                cell(cells[7]),
                cell(cells[8]));
    }

    private static String cell(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** In the order of {@link PurchaseBatch#COLUMNS}. */
    List<Object> cells(int number) {
        return Arrays.asList(number, customer, id, day, amount, currency, rate, cost, product, refundOf, note);
    }
}
