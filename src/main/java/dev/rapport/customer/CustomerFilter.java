package dev.rapport.customer;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import org.jspecify.annotations.Nullable;

/** Which customers a list shows: all that are not archived, narrowed by what is given. */
public record CustomerFilter(
        @Nullable String query,
        @Nullable LifecycleStage stage,
        @Nullable String tag,
        boolean archived) {
    public static final CustomerFilter ALL = new CustomerFilter(null, null, null, false);

    public CustomerFilter {
        query = searchable("query", query);
        tag = searchable("tag", tag);
    }

    public static CustomerFilter matching(@Nullable String query) {
        return new CustomerFilter(query, null, null, false);
    }

    public boolean isNarrowed() {
        return query != null || stage != null || tag != null;
    }

    private static @Nullable String searchable(String field, @Nullable String text) {
        String line = Typed.line(text);
        if (line != null && (line.length() > 500 || !Typed.isStorable(line))) {
            throw new Refused(field, "platform.refused.characters");
        }
        return line;
    }
}
