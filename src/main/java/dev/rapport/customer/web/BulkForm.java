package dev.rapport.customer.web;

import dev.rapport.customer.BulkSelection;
import dev.rapport.customer.BulkVerb;
import dev.rapport.customer.CustomerFilter;
import dev.rapport.customer.LifecycleStage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom to change and how. The filter is the list's; {@code all} means everybody that it shows, else those in {@code id}.
 *
 * @param expected how many the preview said would change
 */
record BulkForm(
        @Nullable List<Long> id,
        @Nullable Boolean all,
        @Nullable String query,
        @Nullable LifecycleStage stage,
        @Nullable String tag,
        @Nullable Boolean archived,
        @Nullable BulkVerb verb,
        @Nullable String value,
        @Nullable LifecycleStage newStage,
        @Nullable Integer expected) {

    boolean isEmpty() {
        return !isOfAll() && (id == null || id.isEmpty());
    }

    public boolean isOfAll() {
        return Boolean.TRUE.equals(all);
    }

    BulkSelection selection() {
        return isOfAll() || id == null
                ? BulkSelection.all(new CustomerFilter(query, stage, tag, Boolean.TRUE.equals(archived)))
                : BulkSelection.of(id);
    }

    /** What the verb takes: a stage is chosen, the rest is typed. */
    @Nullable
    String chosen() {
        return verb == BulkVerb.STAGE ? newStage == null ? null : newStage.name() : value;
    }
}
