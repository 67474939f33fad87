package dev.rapport.task.web;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import dev.rapport.task.TaskDetails;
import dev.rapport.task.TaskSearch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** All follow-ups, and those that are due for the top of the home page. */
@Controller
class TaskListController {
    private static final int ROWS = 50;
    private static final int DUE = 3;
    private static final int DONE = 10;
    private final TaskSearch search;
    private final BusinessSettings business;

    TaskListController(TaskSearch search, BusinessSettings business) {
        this.search = search;
        this.business = business;
    }

    @GetMapping("/tasks")
    String list(@RequestParam(required = false) @Nullable String after, Model model) {
        Slice<TaskDetails> open = search.open(ROWS, Cursor.decode(after));
        model.addAttribute("groups", TaskGroup.of(open.items(), business.today()));
        model.addAttribute("next", open.next());
        model.addAttribute("first", after == null);
        model.addAttribute("done", after == null ? search.lastDone(DONE) : List.of());
        model.addAttribute("task", TaskForm.blank(null, business.today(), "tasks"));
        return "task/tasks";
    }

    /** Nothing at all where nothing is due. */
    @GetMapping("/tasks/due")
    String due(@RequestHeader(name = "HX-Request", required = false) @Nullable String htmx, Model model) {
        if (htmx == null) {
            return "redirect:/tasks";
        }
        LocalDate today = business.today();
        Slice<TaskDetails> due = search.due(today, DUE, null);
        model.addAttribute("due", due.items());
        model.addAttribute("dueCount", due.next() == null ? due.items().size() : search.countDue(today));
        return "task/_due :: due";
    }
}
