package dev.rapport.interaction.web;

import dev.rapport.interaction.InteractionDetails;
import dev.rapport.interaction.InteractionSearch;
import dev.rapport.interaction.InteractionService;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Edits and deletes what was logged. */
@Controller
class InteractionController {
    private final InteractionService interactions;
    private final InteractionSearch search;
    private final BusinessSettings business;

    InteractionController(InteractionService interactions, InteractionSearch search, BusinessSettings business) {
        this.interactions = interactions;
        this.search = search;
        this.business = business;
    }

    @ModelAttribute("kinds")
    List<KindChoice> kinds() {
        return KindChoice.ALL;
    }

    @GetMapping("/interactions/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        InteractionDetails stored = search.get(id);
        model.addAttribute("stored", stored);
        model.addAttribute("interaction", InteractionForm.of(stored, business.zone()));
        return "interaction/edit";
    }

    @PostMapping("/interactions/{id}")
    ModelAndView save(
            @PathVariable long id,
            @Valid @ModelAttribute("interaction") InteractionForm form,
            BindingResult problems,
            RedirectAttributes redirect) {
        InteractionDetails stored = search.get(id);
        if (!problems.hasErrors()) {
            try {
                long change = interactions.edit(id, form.version(), form.over(stored, business.zone()));
                Flash.undoable(redirect, change, "interaction.saved");
                return new ModelAndView("redirect:/customers/" + stored.customerId());
            } catch (Refused e) {
                problems.rejectValue(e.field(), e.key(), e.args(), e.key());
            } catch (OptimisticLockingFailureException e) {
                InteractionDetails theirs = search.get(id);
                return page(HttpStatus.CONFLICT, theirs).addObject("mine", form.over(theirs, business.zone()));
            }
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, stored);
    }

    @PostMapping("/interactions/{id}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        long customerId = search.get(id).customerId();
        Flash.undoable(redirect, interactions.delete(id), "interaction.deleted");
        return "redirect:/customers/" + customerId;
    }

    private static ModelAndView page(HttpStatus status, InteractionDetails stored) {
        return new ModelAndView("interaction/edit", status).addObject("stored", stored);
    }
}
