package dev.rapport.exchange.export;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can be taken out, and how its rows are read. Columns are called as a mapping of an import calls them. */
public enum Export {
    CUSTOMERS(CustomersQuery.SQL),
    PURCHASES(PurchasesQuery.SQL),
    ANSWERS(AnswersQuery.SQL),
    INTERACTIONS(InteractionsQuery.SQL),
    TASKS(TasksQuery.SQL),
    PRODUCTS(ProductsQuery.SQL),
    CONSENTS(ConsentsQuery.SQL),
    STAGES(StagesQuery.SQL),
    RATES(RatesQuery.SQL),
    SPENDING(SpendingQuery.SQL);

    private static final Set<Export> IMPORTED = EnumSet.of(CUSTOMERS, PURCHASES, ANSWERS, INTERACTIONS, TASKS);

    private final String sql;

    Export(String sql) {
        this.sql = sql;
    }

    /** The name in addresses and of the file. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether an import brings the file back; an archive does it with all of them. */
    public boolean isImported() {
        return IMPORTED.contains(this);
    }

    public static Optional<Export> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** A statement with one parameter, {@code origin}. */
    String sql() {
        return sql;
    }
}
