package dev.rapport.exchange.restore.web;

import dev.rapport.exchange.restore.Rehearsals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** A rehearsal asked for; how it went stands on the page of the backups. */
@Controller
class RehearsalController {
    private final Rehearsals rehearsals;

    RehearsalController(Rehearsals rehearsals) {
        this.rehearsals = rehearsals;
    }

    @PostMapping("/settings/backups/rehearsals")
    String rehearse() {
        rehearsals.ask();
        return "redirect:/settings/backups";
    }
}
