package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.ImportDrafts;
import dev.rapport.exchange.ImportService;
import dev.rapport.exchange.ImportState;
import dev.rapport.exchange.RejectedFile;
import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.platform.Refused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One import: its mapping while it is a draft, then how far it is, then what came of it. */
@Controller
@RequestMapping("/imports/{id}")
class ImportStepController {
    private static final int REJECTED_SHOWN = 20;

    private final ImportService imports;
    private final ImportDrafts drafts;
    private final RejectedFile rejectedFile;
    private final MappingPage mapping;
    private final CellWording wording;

    ImportStepController(
            ImportService imports,
            ImportDrafts drafts,
            RejectedFile rejectedFile,
            MappingPage mapping,
            CellWording wording) {
        this.imports = imports;
        this.drafts = drafts;
        this.rejectedFile = rejectedFile;
        this.mapping = mapping;
        this.wording = wording;
    }

    @GetMapping
    String show(
            @PathVariable long id, @RequestParam(defaultValue = "false") boolean checked, Model model, Locale locale) {
        ImportDetails details = imports.get(id);
        if (details.state() != ImportState.DRAFT) {
            return result(details, model, locale);
        }
        if (checked && drafts.plan(details).missing().isEmpty()) {
            model.addAttribute("counts", drafts.attempt(details));
        }
        return mapping(details, model, locale);
    }

    /** What the import would come to, fetched by the mapping page once it stands. */
    @GetMapping("/trial")
    String trial(@PathVariable long id, Model model) {
        ImportDetails draft = imports.get(id);
        model.addAttribute("draft", draft);
        if (draft.state() == ImportState.DRAFT && drafts.plan(draft).missing().isEmpty()) {
            model.addAttribute("counts", drafts.attempt(draft));
        }
        return "exchange/_trial :: trial";
    }

    /** Takes the mapping as chosen; {@code begin} starts the import, else the page shows what it makes of the file. */
    @PostMapping
    String map(
            @PathVariable long id,
            @ModelAttribute("form") MappingForm form,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean begin,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean piece,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        ImportDetails draft = imports.get(id);
        if (draft.state() != ImportState.DRAFT) {
            return "redirect:/imports/" + id;
        }
        try {
            if (errors.hasErrors()) {
                throw new Refused(null, "exchange.refused.mapping");
            }
            ImportKind kind =
                    ImportKind.of(form.kind()).orElseThrow(() -> new Refused("kind", "exchange.refused.kind"));
            drafts.remap(draft, kind, form.toMapping());
            if (begin) {
                drafts.begin(imports.get(id));
            } else if (piece) {
                return mapping(imports.get(id), model, locale);
            }
            return "redirect:/imports/" + id;
        } catch (Refused e) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            errors.reject(e.key(), wording.arguments(e.field(), e.args(), locale), e.key());
            ImportDetails now = imports.get(id);
            mapping.fill(model, now, drafts.plan(now), locale);
            return "exchange/map";
        }
    }

    /** Proposes the columns by headings and contents alone. */
    @PostMapping("/forget")
    String forget(@PathVariable long id) {
        ImportDetails draft = imports.get(id);
        if (draft.state() == ImportState.DRAFT) {
            drafts.forgetKept(draft);
        }
        return "redirect:/imports/" + id;
    }

    private String mapping(ImportDetails draft, Model model, Locale locale) {
        model.addAttribute("form", MappingForm.of(draft));
        FilePlan plan = drafts.plan(draft);
        model.addAttribute("kept", drafts.keptFor(plan).orElse(null));
        mapping.fill(model, draft, plan, locale);
        return "exchange/map";
    }

    private String result(ImportDetails details, Model model, Locale locale) {
        model.addAttribute("details", details);
        model.addAttribute("howFar", imports.howFar(details.id()).orElse(null));
        model.addAttribute(
                "rejected",
                imports.rejected(details.id(), REJECTED_SHOWN).stream()
                        .map(it -> new RejectedLine(it.line(), wording.said(it.reason(), locale)))
                        .toList());
        model.addAttribute("fileIsThere", rejectedFile.isThere(details));
        model.addAttribute("canBeUndone", imports.canBeUndone(details));
        model.addAttribute("undone", imports.undone(details).orElse(null));
        return "exchange/show";
    }

    record RejectedLine(long line, String reason) {}
}
