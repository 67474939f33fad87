package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.ImportDrafts;
import dev.rapport.exchange.ImportService;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.platform.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The list of imports, and sending a file in. */
@Controller
@RequestMapping("/imports")
class ImportController {
    private static final int ROWS = 50;

    private final ImportService imports;
    private final ImportDrafts drafts;
    private final MessageSource messages;

    ImportController(ImportService imports, ImportDrafts drafts, MessageSource messages) {
        this.imports = imports;
        this.drafts = drafts;
        this.messages = messages;
    }

    @GetMapping
    String index(@RequestParam(required = false) @Nullable Long after, Model model) {
        List<ImportDetails> found = imports.latest(ROWS + 1, after == null ? Long.MAX_VALUE : after);
        List<ImportDetails> shown = found.subList(0, Math.min(ROWS, found.size()));
        model.addAttribute("imports", shown);
        model.addAttribute("next", found.size() > ROWS ? shown.get(ROWS - 1).id() : null);
        return "exchange/index";
    }

    @GetMapping("/new")
    String form(@RequestParam(required = false) @Nullable String kind, Model model) {
        model.addAttribute("form", kind == null ? UploadForm.blank() : new UploadForm(kind, null));
        return form(model);
    }

    @PostMapping
    String upload(
            @ModelAttribute("form") UploadForm form,
            BindingResult errors,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            HttpServletResponse response,
            Locale locale)
            throws IOException {
        try {
            ImportKind kind = ImportKind.of(String.valueOf(form.kind()))
                    .orElseThrow(() -> new Refused("kind", "exchange.refused.kind"));
            return "redirect:/imports/" + sent(kind, form, file, locale);
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("fileError", messages.getMessage(e.key(), e.args(), locale));
            return form(model);
        }
    }

    private long sent(ImportKind kind, UploadForm form, @Nullable MultipartFile file, Locale locale)
            throws IOException {
        if (file != null && !file.isEmpty()) {
            String name = file.getOriginalFilename();
            try (InputStream content = file.getInputStream()) {
                return drafts.upload(kind, name == null ? "" : name, content);
            }
        }
        String text = form.text();
        if (text == null || text.isBlank()) {
            throw new Refused("file", "exchange.refused.nothing");
        }
        String name = messages.getMessage("exchange.pasted", null, locale);
        return drafts.upload(kind, name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String form(Model model) {
        model.addAttribute("allKinds", ImportKind.values());
        return "exchange/new";
    }
}
