package dev.rapport.exchange.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be taken out, and how its rows are read. Columns are called as a mapping of an import calls them. */
public enum Export {
    CUSTOMERS(CustomersQuery.SQL),
    PURCHASES(PurchasesQuery.SQL),
    ANSWERS(AnswersQuery.SQL),
    INTERACTIONS(InteractionsQuery.SQL),
    TASKS(TasksQuery.SQL);

    private final String sql;

    Export(String sql) {
        this.sql = sql;
    }

    /** The name in addresses and of the file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Export> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** A statement with one parameter, {@code origin}. */
    String sql() {
        return sql;
    }
}
