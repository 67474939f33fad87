package dev.rapport.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk operation would do.
 *
 * @param selected how many were chosen
 * @param concerned how many of them would change; the rest are so already
 * @param first the first ten of those who would change
 */
public record BulkPreview(int selected, int concerned, List<One> first) {
    /** Someone as they are now. */
    public record One(
            long id,
            String name,
            @Nullable String company,
            LifecycleStage stage,
            @Nullable String source,
            List<String> tags) {}
}
