package dev.rapport.customer;

import java.util.List;
import java.util.Map;

/**
 * Columns that another module lends to the list of customers. Its template has the fragments {@code heads} (cells of the
 * table's head) and {@code cells} (the same number of cells, of a {@code row}, a {@link CustomerRow}), which read the
 * attributes of its own {@link #model}.
 */
public interface CustomerColumns {

    /** The template that holds the fragments, such as {@code metrics/_worth}. */
    String template();

    /**
     * Attributes for the model of a page of the list, named so that no other module's clash with them; empty where there is
     * nothing to tell of any customer, so that no column is shown. One statement, however many the page shows.
     */
    Map<String, Object> model(List<Long> customerIds);
}
