package dev.rapport.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rapport.metrics.Metric;
import dev.rapport.metrics.overtime.Recomputed;
import dev.rapport.metrics.overtime.Snapshot;
import dev.rapport.metrics.overtime.Snapshots;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/metrics/snapshots")
@Tag(name = "Snapshots", description = "What figures were shown as on each day")
class SnapshotApi {

    /**
     * @param group whose figure it is; null is everybody
     * @param factVersion two snapshots with the same one saw the same facts
     * @param state with {@code recomputed}: SAME, ENTRIES (entries changed since), SETTINGS (settings too), WAITS (for a fit),
     *     DEFINITION (another one was shown)
     */
    record SnapshotBody(
            long id,
            String metric,
            @Nullable String group,
            LocalDate day,

            @JsonUnwrapped FigureBody shown,

            String factVersion,
            Instant takenAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            FigureBody recomputed,

            @JsonInclude(JsonInclude.Include.NON_NULL) Recomputed.@Nullable State state) {}

    record TakenBody(List<SnapshotBody> items) {}

    private static final int RECOMPUTED_AT_ONCE = 50;

    private final Snapshots snapshots;
    private final Bodies bodies;

    SnapshotApi(Snapshots snapshots, Bodies bodies) {
        this.snapshots = snapshots;
        this.bodies = bodies;
    }

    @GetMapping
    @Operation(
            summary = "The latest first",
            description =
                    "metric is a name such as nps or repeat-rate. With recomputed=true each comes with what is known"
                            + " of its day now, at most 50 at once.")
    Slice<SnapshotBody> list(
            @RequestParam(required = false) @Nullable String metric,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate from,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean recomputed,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        int most = recomputed ? Math.min(RECOMPUTED_AT_ONCE, Slice.limit(limit)) : Slice.limit(limit);
        Slice<Snapshot> found = snapshots.list(metric(metric), from, to, most, Cursor.decode(after));
        return recomputed
                ? new Slice<>(
                        snapshots.recomputed(found.items()).stream()
                                .map(each -> body(each.snapshot(), each, locale))
                                .toList(),
                        found.next())
                : found.map(each -> body(each, null, locale));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Take one of every figure today; the night's takes its place")
    TakenBody take(Locale locale) {
        return new TakenBody(
                snapshots.take().stream().map(each -> body(each, null, locale)).toList());
    }

    private static @Nullable Metric metric(@Nullable String name) {
        return name == null || name.isBlank() ? null : GoalForm.metric("metric", name);
    }

    private SnapshotBody body(Snapshot snapshot, @Nullable Recomputed now, Locale locale) {
        return new SnapshotBody(
                snapshot.id(),
                snapshot.metric(),
                snapshot.group().isEmpty() ? null : snapshot.group(),
                snapshot.day(),
                bodies.of(snapshot.shown(), locale),
                snapshot.factVersion(),
                snapshot.takenAt(),
                now == null ? null : bodies.of(now.now(), locale),
                now == null ? null : now.state());
    }
}
