package dev.rapport.history.web;

import dev.rapport.history.web.ReadableChange.Difference;
import dev.rapport.platform.Clash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What stays because it changed since: was before the change, and is now. */
final class Clashes {
    private Clashes() {}

    static List<Difference> readable(Clash clash, FieldTexts texts) {
        List<Difference> all = new ArrayList<>();
        new RowComparison(texts).compare(clash.table(), row(clash, clash.wanted()), row(clash, clash.now()), all);
        return all;
    }

    private static @Nullable JsonNode row(Clash clash, @Nullable JsonNode value) {
        if (clash.column() == null || value == null) {
            return value;
        }
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.set(clash.column(), value);
        return row;
    }
}
