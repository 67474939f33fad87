package dev.rapport.task.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.task.TaskDetails;
import dev.rapport.task.TaskSearch;
import dev.rapport.task.TaskService;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Plans and edits follow-ups. */
@Controller
class TaskController {
    private final TaskService tasks;
    private final TaskSearch search;
    private final CustomerRecords customers;
    private final BusinessSettings business;

    TaskController(TaskService tasks, TaskSearch search, CustomerRecords customers, BusinessSettings business) {
        this.tasks = tasks;
        this.search = search;
        this.customers = customers;
        this.business = business;
    }

    @GetMapping("/tasks/new")
    String blank(
            @RequestParam(required = false) @Nullable Long customerId,
            @RequestParam(required = false) @Nullable String from,
            Model model) {
        model.addAttribute("task", TaskForm.blank(customerId, business.today(), from));
        addCustomer(model, customerId);
        return "task/new";
    }

    @PostMapping("/tasks")
    ModelAndView plan(
            @Valid @ModelAttribute("task") TaskForm form,
            BindingResult problems,
            Model model,
            RedirectAttributes redirect) {
        if (!problems.hasErrors()) {
            try {
                long change = tasks.plan(form.plan(), form.customerId()).changeId();
                Flash.undoable(redirect, change, "task.planned");
                return new ModelAndView(Back.to(form.from(), form.customerId()));
            } catch (Refused e) {
                problems.rejectValue(e.field(), e.key(), e.args(), e.key());
            }
        }
        addCustomer(model, form.customerId());
        return new ModelAndView("task/new", HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/tasks/{id}/edit")
    String edit(@PathVariable long id, @RequestParam(required = false) @Nullable String from, Model model) {
        TaskDetails stored = search.get(id);
        model.addAttribute("stored", stored);
        model.addAttribute("task", TaskForm.of(stored, from));
        return "task/edit";
    }

    @PostMapping("/tasks/{id}")
    ModelAndView save(
            @PathVariable long id,
            @Valid @ModelAttribute("task") TaskForm form,
            BindingResult problems,
            RedirectAttributes redirect) {
        TaskDetails stored = search.get(id);
        if (!problems.hasErrors()) {
            try {
                long change = tasks.edit(id, form.version(), form.plan(), stored.customerId());
                Flash.undoable(redirect, change, "task.saved");
                return new ModelAndView(Back.to(form.from(), stored.customerId()));
            } catch (Refused e) {
                problems.rejectValue(e.field(), e.key(), e.args(), e.key());
            } catch (OptimisticLockingFailureException e) {
                return page(HttpStatus.CONFLICT, search.get(id)).addObject("conflict", true);
            }
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, stored);
    }

    private static ModelAndView page(HttpStatus status, TaskDetails stored) {
        return new ModelAndView("task/edit", status).addObject("stored", stored);
    }

    private void addCustomer(Model model, @Nullable Long customerId) {
        if (customerId != null) {
            model.addAttribute("customer", customers.get(customerId));
        }
    }
}
