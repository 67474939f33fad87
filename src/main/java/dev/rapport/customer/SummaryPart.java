package dev.rapport.customer;

import java.util.List;

/**
 * The columns of {@code customer_summary} that one module fills from its facts. Each module declares one as a bean and calls
 * {@link CustomerSummaries} in the transaction of every change of a fact.
 */
public interface SummaryPart {
    List<String> columns();

    /**
     * SQL giving {@code customer_id} and each of {@link #columns()} for the customers that have such facts, one row a customer.
     *
     * @param customers a condition on a column named {@code customer_id}, to stand in a WHERE; it may hold parameters
     */
    String select(String customers);
}
