package dev.rapport.metrics.web;

import dev.rapport.metrics.note.ChartNoteQuery;
import dev.rapport.metrics.note.ChartNotes;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What happened when, so that a chart can say it. */
@Controller
class ChartNoteController {
    private static final String VIEW = "metrics/notes";
    private static final String ADDRESS = "redirect:/numbers/notes";

    private final ChartNotes notes;
    private final ChartNoteQuery pinned;
    private final BusinessSettings business;

    ChartNoteController(ChartNotes notes, ChartNoteQuery pinned, BusinessSettings business) {
        this.notes = notes;
        this.pinned = pinned;
        this.business = business;
    }

    @GetMapping("/numbers/notes")
    String show(Model model) {
        model.addAttribute("form", new ChartNoteForm(business.today(), null));
        model.addAttribute("notes", pinned.latest());
        return VIEW;
    }

    @PostMapping("/numbers/notes")
    String pin(
            @Valid @ModelAttribute("form") ChartNoteForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        LocalDate day = form.day();
        if (!problems.hasErrors() && day != null) {
            try {
                Flash.undoable(redirect, notes.pin(day, form.text()), "metrics.notes.pinned");
                return ADDRESS;
            } catch (Refused refused) {
                FormErrors.add(problems, refused);
            }
        }
        model.addAttribute("notes", pinned.latest());
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return VIEW;
    }

    @PostMapping("/numbers/notes/{id}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        Flash.undoable(redirect, notes.delete(id), "metrics.notes.deleted");
        return ADDRESS;
    }
}
