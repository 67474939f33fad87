package dev.rapport.customer;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a column of {@code customer_summary} holds while a customer has no facts for it, as SQL; null where that is NULL. */
@Component
class SummaryDefaults {
    private final JdbcClient jdbc;
    private volatile @Nullable Map<String, String> byColumn;

    SummaryDefaults(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Nullable
    String of(String column) {
        Map<String, String> known = byColumn;
        if (known == null) {
            known = new HashMap<>();
            for (Map<String, Object> row : jdbc.sql("""
                            SELECT column_name, column_default FROM information_schema.columns
                            WHERE table_schema = current_schema() AND table_name = 'customer_summary' AND column_default IS NOT NULL""").query().listOfRows()) {
                known.put((String) row.get("column_name"), (String) row.get("column_default"));
            }
            byColumn = known;
        }
        return known.get(column);
    }
}
