package dev.rapport.history.web;

import dev.rapport.history.web.ReadableChange.Difference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Two states of one row, column by column, for those columns that have a name. */
final class RowComparison {
    private final FieldTexts texts;

    RowComparison(FieldTexts texts) {
        this.texts = texts;
    }

    void compare(String table, @Nullable JsonNode was, @Nullable JsonNode is, List<Difference> differences) {
        JsonNode either = is == null ? was : is;
        if (either == null) {
            return;
        }
        Set<String> columns = new LinkedHashSet<>();
        if (was != null) {
            columns.addAll(was.propertyNames());
        }
        columns.addAll(either.propertyNames());
        for (String column : columns) {
            String label = texts.label(table, column, either);
            String old = texts.value(table, column, was);
            String now = texts.value(table, column, is);
            if (label != null && !old.equals(now)) {
                differences.add(Excerpts.of(new Difference(label, old, now)));
            }
        }
    }
}
