package dev.rapport.account.web;

import dev.rapport.account.Sessions;
import dev.rapport.account.SignedInAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody is signed in, and the way out of all of it. */
@Controller
@RequestMapping("/account/sessions")
class SessionsController {
    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    String show(@AuthenticationPrincipal SignedInAccount me, Model model) {
        model.addAttribute("count", sessions.count(me.id()));
        return "account/sessions";
    }

    @PostMapping("/end")
    String end(@AuthenticationPrincipal SignedInAccount me) {
        sessions.end(me.id(), null);
        return "redirect:/login?signedOut";
    }
}
