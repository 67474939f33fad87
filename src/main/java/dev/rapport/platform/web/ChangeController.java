package dev.rapport.platform.web;

import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The undo button of a toast and of the history. */
@Controller
class ChangeController {
    private final Undo undo;

    ChangeController(Undo undo) {
        this.undo = undo;
    }

    @PostMapping("/changes/{id}/undo")
    String undo(@PathVariable long id, RedirectAttributes redirect) {
        try {
            LoggedChange change = undo.undo(id);
            Flash.success(redirect, "platform.undone");
            boolean gone = change.entity().startsWith("customer") && change.action() == LoggedChange.Action.CREATED;
            return gone || change.customerId() == null ? "redirect:/" : "redirect:/customers/" + change.customerId();
        } catch (Refused e) {
            Flash.failure(redirect, e.key(), e.args());
            return "redirect:/";
        }
    }
}
