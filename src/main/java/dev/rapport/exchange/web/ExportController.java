package dev.rapport.exchange.web;

import dev.rapport.exchange.export.Export;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What can be taken out, and each as a file. */
@Controller
@RequestMapping("/exports")
class ExportController {
    private final Downloads downloads;

    ExportController(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping
    String index(Model model) {
        model.addAttribute("exports", Export.values());
        return "exchange/exports";
    }

    @GetMapping("/{file}")
    void file(@PathVariable String file, HttpServletResponse response) throws IOException {
        downloads.send(file, response);
    }
}
