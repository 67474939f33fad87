package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.metrics.overtime.GoalPlan;
import dev.rapport.metrics.overtime.GoalPlan.Direction;
import dev.rapport.metrics.overtime.GoalProgress;
import dev.rapport.metrics.overtime.Goals;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Slice;
import dev.rapport.platform.Typed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/goals")
@Tag(name = "Goals", description = "A figure that is to reach a value by a day")
class GoalApi {

    /** {@code metric} is a name such as nps or repeat-rate; {@code direction} missing is AT_LEAST. */
    record NewGoal(
            @NotNull(message = "{metrics.refused.missing}") @Nullable @Line
            String metric,

            @Nullable @Line String group,
            @Nullable @Line String direction,

            @NotNull(message = "{metrics.refused.missing}") @Nullable
            BigDecimal target,

            @NotNull(message = "{metrics.refused.missing}") @Nullable
            LocalDate dueOn,

            @NotNull(message = "{metrics.refused.missing}") @Nullable @Line
            String owner,

            @Nullable @Note String why) {}

    /** What is missing or null stays as it is; an empty group is everybody, an empty why none. */
    record GoalChange(
            @Nullable Integer version,
            @Nullable @Line String metric,
            @Nullable @Line String group,
            @Nullable @Line String direction,
            @Nullable BigDecimal target,
            @Nullable LocalDate dueOn,
            @Nullable @Line String owner,
            @Nullable @Note String why,
            @Nullable Boolean archived) {}

    /**
     * @param figure as of today, or of the due day once that is over
     * @param expected where the straight line from baseline to target is on that day
     */
    record GoalBody(
            long id,
            int version,
            String metric,
            @Nullable String group,
            Direction direction,
            BigDecimal target,
            LocalDate dueOn,
            String owner,
            @Nullable String why,
            @Nullable BigDecimal baseline,
            LocalDate baselineOn,
            GoalProgress.Status status,
            FigureBody figure,
            @Nullable BigDecimal expected,
            Instant createdAt,
            @Nullable Instant archivedAt) {}

    private final Goals goals;
    private final GoalBoard board;
    private final Bodies bodies;

    GoalApi(Goals goals, GoalBoard board, Bodies bodies) {
        this.goals = goals;
        this.board = board;
        this.bodies = bodies;
    }

    @GetMapping
    @Operation(summary = "The next due first")
    Slice<GoalBody> list(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        Slice<GoalDetails> found = board.list(archived, Slice.limit(limit), Cursor.decode(after));
        return new Slice<>(
                board.progress(found.items()).stream()
                        .map(each -> body(each, locale))
                        .toList(),
                found.next());
    }

    @GetMapping("/{id}")
    GoalBody get(@PathVariable long id, Locale locale) {
        return body(board.progress(board.details(id)), locale);
    }

    @PostMapping
    ResponseEntity<GoalBody> set(@Valid @RequestBody NewGoal body, Locale locale) {
        long id = goals.set(new GoalPlan(
                        GoalForm.metric("metric", body.metric()),
                        CustomerGroup.of(body.group()),
                        body.direction() == null
                                ? Direction.AT_LEAST
                                : GoalForm.direction("direction", body.direction()),
                        Numbers.given("target", body.target()),
                        Days.sane("dueOn", body.dueOn() == null ? LocalDate.MIN : body.dueOn()),
                        body.owner() == null ? "" : body.owner().strip(),
                        Typed.note(body.why())))
                .id();
        return ResponseEntity.created(URI.create("/api/v1/goals/" + id)).body(get(id, locale));
    }

    @PatchMapping("/{id}")
    GoalBody change(@PathVariable long id, @Valid @RequestBody GoalChange body, Locale locale) {
        goals.change(id, body.version(), over(board.details(id), body));
        Boolean archived = body.archived();
        if (archived != null && archived != board.details(id).archived()) {
            if (archived) {
                goals.archive(id);
            } else {
                goals.restore(id);
            }
        }
        return get(id, locale);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        goals.delete(id);
    }

    private static GoalPlan over(GoalDetails stored, GoalChange body) {
        return new GoalPlan(
                body.metric() == null ? stored.metric() : GoalForm.metric("metric", body.metric()),
                CustomerGroup.of(body.group() == null ? stored.group() : body.group()),
                body.direction() == null ? stored.direction() : GoalForm.direction("direction", body.direction()),
                body.target() == null ? stored.target() : Numbers.given("target", body.target()),
                body.dueOn() == null ? stored.dueOn() : Days.sane("dueOn", body.dueOn()),
                body.owner() == null ? stored.owner() : body.owner().strip(),
                body.why() == null ? stored.why() : Typed.note(body.why()));
    }

    private GoalBody body(GoalProgress progress, Locale locale) {
        GoalDetails goal = progress.goal();
        return new GoalBody(
                goal.id(),
                goal.version(),
                goal.metric().code(),
                goal.group().isEmpty() ? null : goal.group(),
                goal.direction(),
                goal.target(),
                goal.dueOn(),
                goal.owner(),
                goal.why(),
                goal.baseline(),
                goal.baselineOn(),
                progress.status(),
                bodies.of(progress.figure(), locale),
                progress.expected(),
                goal.createdAt(),
                goal.archivedAt());
    }
}
