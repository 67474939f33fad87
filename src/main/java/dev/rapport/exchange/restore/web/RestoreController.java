package dev.rapport.exchange.restore.web;

import dev.rapport.account.SetUp;
import dev.rapport.account.SetUpTickets;
import dev.rapport.exchange.restore.RestoreProgress;
import dev.rapport.exchange.restore.SetUpRestore;
import dev.rapport.platform.NotFound;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Sends an archive into a Rapport that nobody has set up, and shows how far it is. */
@Controller
@RequestMapping("/setup/restore/{ticket}")
class RestoreController {
    private static final String VIEW = "exchange/restore";
    /** The browser itself asks again: no script is needed before anybody has signed in. */
    private static final String SECONDS_TO_LOOK_AGAIN = "2";

    private final SetUpRestore restore;
    private final SetUp setUp;
    private final SetUpTickets tickets;
    private final MessageSource messages;

    RestoreController(SetUpRestore restore, SetUp setUp, SetUpTickets tickets, MessageSource messages) {
        this.restore = restore;
        this.setUp = setUp;
        this.tickets = tickets;
        this.messages = messages;
    }

    @ModelAttribute("ticket")
    String ticket(@PathVariable String ticket) {
        if (!tickets.admits(ticket)) {
            throw new NotFound("ticket", "of the set-up");
        }
        return ticket;
    }

    @GetMapping
    String show(@ModelAttribute("form") RestoreForm form, Model model, HttpServletResponse response) {
        // asked first: one that ends meanwhile has set up
        @Nullable RestoreProgress running = restore.running().orElse(null);
        model.addAttribute("running", running);
        if (running == null && setUp.isDone()) {
            return "redirect:/login?restored";
        }
        model.addAttribute("refused", restore.refused().orElse(null));
        if (running != null) {
            response.setHeader("Refresh", SECONDS_TO_LOOK_AGAIN);
        }
        return VIEW;
    }

    @PostMapping
    String begin(
            @PathVariable String ticket,
            @ModelAttribute("form") RestoreForm form,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        if (setUp.isDone()) {
            throw new NotFound("set-up", "again");
        }
        if (file == null || file.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fileError", messages.getMessage("exchange.restore.file.missing", null, locale));
            return VIEW;
        }
        try (InputStream archive = file.getInputStream()) {
            restore.begin(archive, form.passphrase());
        }
        return "redirect:/setup/restore/" + ticket;
    }
}
