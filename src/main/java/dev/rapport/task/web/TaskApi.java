package dev.rapport.task.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Line;
import dev.rapport.platform.Slice;
import dev.rapport.task.Plan;
import dev.rapport.task.TaskDetails;
import dev.rapport.task.TaskSearch;
import dev.rapport.task.TaskService;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
@RequestMapping("/api/v1")
@Tag(name = "Tasks", description = "Follow-ups with a due day")
class TaskApi {
    /** Due at {@code dueTime} in the founder's zone, if it is given. */
    record NewTask(
            @NotNull(message = "{task.refused.title}") @Nullable @Line
            String title,

            @NotNull(message = "{task.refused.no-due}") @Nullable
            LocalDate dueOn,

            @Nullable LocalTime dueTime) {}

    /** What is missing or null stays as it is. */
    record TaskChange(
            @Nullable @Line String title,
            @Nullable LocalDate dueOn,
            @Nullable LocalTime dueTime,
            @Nullable Boolean done,
            @Nullable Integer version) {}

    private final TaskService tasks;
    private final TaskSearch search;
    private final CustomerRecords customers;

    TaskApi(TaskService tasks, TaskSearch search, CustomerRecords customers) {
        this.tasks = tasks;
        this.search = search;
        this.customers = customers;
    }

    @PostMapping("/customers/{customerId}/tasks")
    ResponseEntity<TaskDetails> plan(@PathVariable long customerId, @Valid @RequestBody NewTask body) {
        long id = tasks.plan(plan(body.title(), body.dueOn(), body.dueTime()), customerId)
                .id();
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + id)).body(search.get(id));
    }

    @GetMapping("/customers/{customerId}/tasks")
    Slice<TaskDetails> ofCustomer(
            @PathVariable long customerId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        customers.require(customerId);
        return search.ofCustomer(customerId, Slice.limit(limit), Cursor.decode(after));
    }

    /** Open ones due on a day or before; without a day: all open ones. */
    @GetMapping("/tasks")
    Slice<TaskDetails> open(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate due,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        Cursor from = Cursor.decode(after);
        int rows = Slice.limit(limit);
        return due == null ? search.open(rows, from) : search.due(due, rows, from);
    }

    @GetMapping("/tasks/{id}")
    TaskDetails get(@PathVariable long id) {
        return search.get(id);
    }

    @PatchMapping("/tasks/{id}")
    TaskDetails change(@PathVariable long id, @Valid @RequestBody TaskChange body) {
        TaskDetails now = search.get(id);
        boolean replanned = body.title() != null || body.dueOn() != null || body.dueTime() != null;
        Plan plan = !replanned
                ? null
                : new Plan(
                        body.title() == null ? now.title() : body.title(),
                        body.dueOn() == null ? now.dueOn() : body.dueOn(),
                        body.dueTime() == null ? now.dueTime() : body.dueTime());
        tasks.change(id, body.version(), plan, body.done());
        return search.get(id);
    }

    @DeleteMapping("/tasks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        tasks.delete(id);
    }

    private static Plan plan(@Nullable String title, @Nullable LocalDate dueOn, @Nullable LocalTime dueTime) {
        if (dueOn == null) {
            throw new IllegalStateException("validated");
        }
        return new Plan(title == null ? "" : title, dueOn, dueTime);
    }
}
