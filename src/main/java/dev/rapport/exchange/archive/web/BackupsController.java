package dev.rapport.exchange.archive.web;

import dev.rapport.exchange.archive.ArchiveOptions;
import dev.rapport.exchange.archive.ArchiveService;
import dev.rapport.exchange.archive.Backups;
import dev.rapport.exchange.restore.Rehearsals;
import dev.rapport.platform.RapportHome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What there is, and making one now. */
@Controller
@RequestMapping("/settings/backups")
class BackupsController {
    private final Backups backups;
    private final ArchiveService archives;
    private final ArchiveOptions options;
    private final Rehearsals rehearsals;
    private final RapportHome home;

    BackupsController(
            Backups backups, ArchiveService archives, ArchiveOptions options, Rehearsals rehearsals, RapportHome home) {
        this.backups = backups;
        this.archives = archives;
        this.options = options;
        this.rehearsals = rehearsals;
        this.home = home;
    }

    @GetMapping
    String index(Model model) {
        // asked first: one that ends meanwhile is then in the list
        model.addAttribute("running", archives.running().orElse(null));
        model.addAttribute("rehearsing", rehearsals.running().orElse(null));
        model.addAttribute("rehearsal", rehearsals.last().orElse(null));
        model.addAttribute("last", backups.lastRun().orElse(null));
        model.addAttribute("backups", backups.all());
        model.addAttribute("elsewhere", backups.elsewhere().orElse(null));
        model.addAttribute("settings", options.settings());
        model.addAttribute("encrypts", options.encrypts());
        model.addAttribute("folder", home.backups());
        return "archive/index";
    }

    @PostMapping
    String make() {
        archives.ask();
        return "redirect:/settings/backups";
    }
}
