package dev.rapport.metrics.web;

import dev.rapport.metrics.Metric;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.metrics.overtime.Goals;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Choice;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.platform.web.Formats;
import dev.rapport.platform.web.SignedIn;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.MessageSource;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting a goal, and changing it. */
@Controller
class GoalEditController {

    private static final String NEW = "metrics/goal-new";
    private static final String EDIT = "metrics/goal-edit";
    private static final int MONTHS = 6;

    private final Goals goals;
    private final GoalBoard board;
    private final GroupPicker groups;
    private final BusinessSettings business;
    private final MessageSource messages;

    GoalEditController(
            Goals goals, GoalBoard board, GroupPicker groups, BusinessSettings business, MessageSource messages) {
        this.goals = goals;
        this.board = board;
        this.groups = groups;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/goals/new")
    String blank(
            @RequestParam(defaultValue = "nps") String metric,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        String owner = model.getAttribute("me") instanceof SignedIn me ? me.name() : null;
        GoalForm form = GoalForm.blank(Metric.of(metric), business.today().plusMonths(MONTHS), owner);
        model.addAttribute("form", form);
        choices(form, formats, model, locale);
        return NEW;
    }

    @PostMapping("/numbers/goals")
    String set(
            @Valid @ModelAttribute("form") GoalForm form,
            BindingResult problems,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!problems.hasErrors()) {
            try {
                Goals.Written written = goals.set(form.plan());
                Flash.undoable(redirect, written.changeId(), "goals.flash.set");
                return "redirect:/numbers/goals/" + written.id();
            } catch (Refused refused) {
                FormErrors.add(problems, refused);
            }
        }
        choices(form, formats, model, locale);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return NEW;
    }

    @GetMapping("/numbers/goals/{id:\\d+}/edit")
    String edit(@PathVariable long id, @ModelAttribute("fmt") Formats formats, Model model, Locale locale) {
        GoalDetails goal = board.details(id);
        GoalForm form = GoalForm.of(goal);
        model.addAttribute("goal", goal);
        model.addAttribute("form", form);
        model.addAttribute("version", goal.version());
        choices(form, formats, model, locale);
        return EDIT;
    }

    @PostMapping("/numbers/goals/{id:\\d+}/edit")
    String change(
            @PathVariable long id,
            @Valid @ModelAttribute("form") GoalForm form,
            BindingResult problems,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
        Integer version = form.version();
        if (!problems.hasErrors()) {
            try {
                Flash.undoable(redirect, goals.change(id, form.version(), form.plan()), "goals.flash.changed");
                return "redirect:/numbers/goals/" + id;
            } catch (Refused refused) {
                FormErrors.add(problems, refused);
            } catch (OptimisticLockingFailureException stale) {
                model.addAttribute("stored", board.progress(board.details(id)));
                version = board.details(id).version();
                status = HttpStatus.CONFLICT;
            }
        }
        model.addAttribute("goal", board.details(id));
        model.addAttribute("version", version);
        choices(form, formats, model, locale);
        response.setStatus(status.value());
        return EDIT;
    }

    private void choices(GoalForm form, Formats formats, Model model, Locale locale) {
        model.addAttribute("words", new GoalWords(formats, messages, locale));
        model.addAttribute("figures", new Figures(formats, messages, locale));
        model.addAttribute(
                "metrics",
                Arrays.stream(Metric.values())
                        .map(each -> new Choice(
                                each.code(), messages.getMessage("metrics." + each.code() + ".title", null, locale)))
                        .toList());
        model.addAttribute("groups", groups.kinds(form.group(), business.today(), formats, locale));
    }
}
