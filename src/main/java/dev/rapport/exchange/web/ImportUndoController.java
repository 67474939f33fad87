package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.ImportService;
import dev.rapport.platform.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Taking an import back: shown first, then done. */
@Controller
@RequestMapping("/imports/{id}/undo")
class ImportUndoController {
    private final ImportService imports;

    ImportUndoController(ImportService imports) {
        this.imports = imports;
    }

    @GetMapping
    String preview(@PathVariable long id, Model model) {
        ImportDetails details = imports.get(id);
        if (!imports.canBeUndone(details)) {
            return "redirect:/imports/" + id;
        }
        model.addAttribute("details", details);
        model.addAttribute("report", imports.previewUndo(id));
        return "exchange/undo";
    }

    /** Stops it if it still runs. */
    @PostMapping
    String undo(@PathVariable long id, RedirectAttributes redirect) {
        imports.undo(id);
        Flash.success(redirect, "exchange.undone");
        return "redirect:/imports/" + id;
    }
}
