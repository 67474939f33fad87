package dev.rapport.metrics.web;

import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.overtime.GoalBoard;
import dev.rapport.metrics.overtime.GoalDetails;
import dev.rapport.metrics.overtime.GoalProgress;
import dev.rapport.metrics.overtime.Goals;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.Formats;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Goals and how they stand. */
@Controller
class GoalController {

    static final String LIST = "redirect:/numbers/goals";
    private static final int PAGE = 20;

    private final Goals goals;
    private final GoalBoard board;
    private final ChartNoteQuery notes;
    private final Preparations preparations;
    private final MessageSource messages;

    GoalController(
            Goals goals, GoalBoard board, ChartNoteQuery notes, Preparations preparations, MessageSource messages) {
        this.goals = goals;
        this.board = board;
        this.notes = notes;
        this.preparations = preparations;
        this.messages = messages;
    }

    @GetMapping("/numbers/goals")
    String list(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        Slice<GoalDetails> found = board.list(archived, PAGE, Cursor.decode(after));
        model.addAttribute("progress", List.of());
        if (!found.items().isEmpty()
                && !Preparing.shown(
                        model,
                        "progress",
                        preparations.soon("goals", found.items(), () -> board.progress(found.items())))) {
            return Preparing.VIEW;
        }
        model.addAttribute("goals", new Slice<GoalProgress>(Preparing.of(model, "progress"), found.next()));
        model.addAttribute("archived", archived);
        model.addAttribute("hasArchived", archived || board.anyArchived());
        words(formats, model, locale);
        return "metrics/goals";
    }

    @GetMapping("/numbers/goals/{id:\\d+}")
    String show(@PathVariable long id, @ModelAttribute("fmt") Formats formats, Model model, Locale locale) {
        GoalDetails goal = board.details(id);
        if (!Preparing.shown(
                        model,
                        "standing",
                        preparations.soon("goals", List.of(goal), () -> board.progress(List.of(goal))))
                || !Preparing.shown(
                        model, "course", preparations.soon("course", List.of(goal), () -> board.course(goal)))) {
            return Preparing.VIEW;
        }
        GoalProgress progress =
                Preparing.<List<GoalProgress>>of(model, "standing").get(0);
        GoalBoard.Course course = Preparing.of(model, "course");
        List<ChartNoteQuery.Pinned> pinned =
                notes.in(new Span(course.points().get(0).step(), goal.dueOn()));
        model.addAttribute("progress", progress);
        model.addAttribute("pinned", pinned);
        model.addAttribute("goalChart", new GoalCharts(formats, messages, locale).course(progress, course, pinned));
        words(formats, model, locale);
        return "metrics/goal";
    }

    @PostMapping("/numbers/goals/{id:\\d+}/archive")
    String archive(@PathVariable long id, RedirectAttributes redirect) {
        Flash.undoable(redirect, goals.archive(id), "goals.flash.archived");
        return LIST;
    }

    @PostMapping("/numbers/goals/{id:\\d+}/restore")
    String restore(@PathVariable long id, RedirectAttributes redirect) {
        Flash.undoable(redirect, goals.restore(id), "goals.flash.restored");
        return LIST;
    }

    @PostMapping("/numbers/goals/{id:\\d+}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        Flash.undoable(redirect, goals.delete(id), "goals.flash.deleted");
        return LIST;
    }

    private void words(Formats formats, Model model, Locale locale) {
        model.addAttribute("figures", new Figures(formats, messages, locale));
        model.addAttribute("words", new GoalWords(formats, messages, locale));
    }
}
