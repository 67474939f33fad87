package dev.rapport.customer.web;

import dev.rapport.customer.BulkPreview;
import dev.rapport.customer.BulkSelection;
import dev.rapport.customer.BulkVerb;
import dev.rapport.customer.CustomerBulk;
import dev.rapport.customer.CustomerFilter;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.BulkChanges.Bulk;
import dev.rapport.platform.Refused;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/customers/bulk")
@Tag(name = "Customers")
class BulkApi {
    private final CustomerBulk bulk;

    BulkApi(CustomerBulk bulk) {
        this.bulk = bulk;
    }

    /**
     * Whom and what: {@code ids}, or {@code all} that the list would show with {@code query}, {@code stage}, {@code tag} and
     * {@code archived}.
     *
     * @param value the tag, the source or the stage to be set
     * @param dryRun only says what it would do
     * @param expected how many a dry run said would change: nothing is done when it would change others by now
     */
    record BulkBody(
            @NotNull(message = "{customer.refused.missing}") @Nullable
            BulkVerb verb,

            @Nullable String value,
            @Nullable List<@Nullable Long> ids,
            @Nullable Boolean all,
            @Nullable String query,
            @Nullable LifecycleStage stage,
            @Nullable String tag,
            @Nullable Boolean archived,
            @Nullable Boolean dryRun,
            @Nullable Integer expected) {

        BulkSelection selection() {
            boolean everybody = Boolean.TRUE.equals(all);
            if (everybody == (ids != null) || ids != null && ids.contains(null)) {
                throw new Refused("ids", "customer.bulk.whom");
            }
            return ids == null
                    ? BulkSelection.all(new CustomerFilter(query, stage, tag, Boolean.TRUE.equals(archived)))
                    : BulkSelection.of(ids.stream().map(Objects::requireNonNull).toList());
        }
    }

    /**
     * @param selected how many were chosen
     * @param concerned how many of them change; the rest are so already
     * @param first the first ten of those, as they were before
     * @param changed none in a dry run
     * @param changeId to undo it by {@code POST /changes/{id}/undo}, within 30 days; null where nothing changed
     */
    record BulkAnswer(
            int selected,
            int concerned,
            List<BulkPreview.One> first,
            int changed,
            @Nullable Long changeId) {}

    /** Changes or deletes many customers at once; undone as one. */
    @PostMapping
    BulkAnswer change(@Valid @RequestBody BulkBody body) {
        BulkSelection selection = body.selection();
        BulkVerb verb = Objects.requireNonNull(body.verb());
        BulkPreview preview = bulk.preview(selection, verb, body.value());
        if (Boolean.TRUE.equals(body.dryRun())) {
            return answer(preview, 0, null);
        }
        int expected = Objects.requireNonNullElse(body.expected(), preview.concerned());
        if (expected == 0 && preview.concerned() == 0) {
            return answer(preview, 0, null);
        }
        Bulk done = bulk.apply(selection, verb, body.value(), expected);
        return answer(preview, done.changed(), done.changeId());
    }

    private static BulkAnswer answer(BulkPreview preview, int changed, @Nullable Long changeId) {
        return new BulkAnswer(preview.selected(), preview.concerned(), preview.first(), changed, changeId);
    }
}
