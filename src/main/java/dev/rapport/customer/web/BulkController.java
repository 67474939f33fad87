package dev.rapport.customer.web;

import dev.rapport.customer.BulkVerb;
import dev.rapport.customer.CustomerBulk;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.BulkChanges.Bulk;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Many customers at once: choose what to do, see whom it would change, do it. */
@Controller
@RequestMapping("/customers/bulk")
class BulkController {
    private static final String CHOICE = "customer/bulk";
    private static final String PREVIEW = "customer/bulk-preview";
    private final CustomerBulk bulk;
    private final MessageSource messages;

    BulkController(CustomerBulk bulk, MessageSource messages) {
        this.bulk = bulk;
        this.messages = messages;
    }

    @PostMapping
    String choose(
            @ModelAttribute("form") BulkForm form, BindingResult errors, Model model, RedirectAttributes redirect) {
        if (isUnreadable(errors) || form.isEmpty()) {
            Flash.failure(redirect, "customer.bulk.nobody");
            return "redirect:/customers";
        }
        return choice(form, model);
    }

    @PostMapping("/preview")
    String preview(
            @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            Locale locale,
            RedirectAttributes redirect) {
        if (isUnreadable(errors) || form.isEmpty()) {
            return choose(form, errors, model, redirect);
        }
        if (form.verb() == null) {
            errors.rejectValue("verb", "customer.refused.missing");
        } else {
            try {
                return preview(form, model, locale);
            } catch (Refused e) {
                FormErrors.add(errors, atField(form, e));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return choice(form, model);
    }

    @PostMapping("/change")
    String change(
            @ModelAttribute("form") BulkForm form,
            BindingResult errors,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (isUnreadable(errors) || form.isEmpty() || form.verb() == null || form.expected() == null) {
            return preview(form, errors, model, response, locale, redirect);
        }
        try {
            Bulk done = bulk.apply(form.selection(), form.verb(), form.chosen(), form.expected());
            Flash.undoable(
                    redirect, done.changeId(), "customer.bulk.done." + form.verb(), done.changed(), said(form, locale));
            return "redirect:/customers";
        } catch (Refused e) {
            if (e.field() != null) {
                return preview(form, errors, model, response, locale, redirect);
            }
            model.addAttribute("changed", true);
            response.setStatus(HttpStatus.CONFLICT.value());
            return preview(form, model, locale);
        }
    }

    /** Only an address or a form that isn't ours makes one. */
    private static boolean isUnreadable(BindingResult errors) {
        return errors.getTarget() == null;
    }

    private String said(BulkForm form, Locale locale) {
        return form.newStage() != null && form.verb() == BulkVerb.STAGE
                ? messages.getMessage("customer.stage." + form.newStage(), null, locale)
                : Objects.requireNonNullElse(form.chosen(), "");
    }

    private String choice(BulkForm form, Model model) {
        model.addAttribute("count", bulk.count(form.selection()));
        model.addAttribute("verbs", BulkVerb.values());
        model.addAttribute("stages", LifecycleStage.values());
        return CHOICE;
    }

    private String preview(BulkForm form, Model model, Locale locale) {
        model.addAttribute("said", said(form, locale));
        model.addAttribute(
                "preview", bulk.preview(form.selection(), Objects.requireNonNull(form.verb()), form.chosen()));
        return PREVIEW;
    }

    private static Refused atField(BulkForm form, Refused e) {
        return form.verb() == BulkVerb.STAGE && "value".equals(e.field())
                ? new Refused("newStage", e.key(), e.args())
                : e;
    }
}
