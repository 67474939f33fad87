package dev.rapport.platform.web;

import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
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
    String undo(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
        try {
            LoggedChange change = undo.undo(id);
            Flash.success(redirect, "platform.undone");
            return "redirect:" + whereItShows(change, request);
        } catch (Refused e) {
            Flash.failure(redirect, e.key(), e.args());
            // There each field that changed since stands beside what it was.
            return e.key().equals(Undo.CHANGED_SINCE)
                    ? "redirect:/changes/" + id
                    : "redirect:" + whereTheyWere(request).orElse("/");
        }
    }

    private static String whereItShows(LoggedChange change, HttpServletRequest request) {
        if (change.entity().startsWith("customer") && change.action() == LoggedChange.Action.CREATED) {
            return "/customers";
        }
        String customer = change.customerId() == null ? "/" : "/customers/" + change.customerId();
        boolean isBack = change.entity().startsWith("customer") && change.action() == LoggedChange.Action.DELETED;
        return isBack ? customer : whereTheyWere(request).orElse(customer);
    }

    /** Only a path of ours: the header comes from outside. */
    private static Optional<String> whereTheyWere(HttpServletRequest request) {
        try {
            String referer = request.getHeader(HttpHeaders.REFERER);
            URI page = URI.create(referer == null ? "" : referer);
            boolean ours = request.getServerName().equals(page.getHost())
                    && page.getRawPath().matches("/[^/\\\\].*");
            return ours ? Optional.of(page.getRawPath()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
