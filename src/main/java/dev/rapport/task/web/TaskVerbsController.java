package dev.rapport.task.web;

import dev.rapport.platform.web.Flash;
import dev.rapport.task.Snooze;
import dev.rapport.task.TaskSearch;
import dev.rapport.task.TaskService;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one click does to a follow-up. */
@Controller
class TaskVerbsController {
    private final TaskService tasks;
    private final TaskSearch search;

    TaskVerbsController(TaskService tasks, TaskSearch search) {
        this.tasks = tasks;
        this.search = search;
    }

    @PostMapping("/tasks/{id}/done")
    String finish(
            @PathVariable long id, @RequestParam(required = false) @Nullable String from, RedirectAttributes redirect) {
        OptionalLong change = tasks.finish(id);
        if (change.isPresent()) {
            Flash.undoable(redirect, change.getAsLong(), "task.done");
        } else {
            Flash.success(redirect, "task.done");
        }
        return back(id, from);
    }

    @PostMapping("/tasks/{id}/reopen")
    String reopen(
            @PathVariable long id, @RequestParam(required = false) @Nullable String from, RedirectAttributes redirect) {
        Flash.undoable(redirect, tasks.reopen(id), "task.reopened");
        return back(id, from);
    }

    @PostMapping("/tasks/{id}/snooze")
    String snooze(
            @PathVariable long id,
            @RequestParam Snooze until,
            @RequestParam(required = false) @Nullable String from,
            RedirectAttributes redirect) {
        Flash.undoable(redirect, tasks.snooze(id, until), "task.snoozed." + until);
        return back(id, from);
    }

    @PostMapping("/tasks/{id}/delete")
    String delete(
            @PathVariable long id, @RequestParam(required = false) @Nullable String from, RedirectAttributes redirect) {
        String back = back(id, from);
        Flash.undoable(redirect, tasks.delete(id), "task.deleted");
        return back;
    }

    private String back(long id, @Nullable String from) {
        return Back.to(from, search.get(id).customerId());
    }
}
