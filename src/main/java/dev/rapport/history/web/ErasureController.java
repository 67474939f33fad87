package dev.rapport.history.web;

import dev.rapport.account.SignIn;
import dev.rapport.account.SignedInAccount;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.ErasureService;
import dev.rapport.history.ErasureRecords;
import dev.rapport.platform.Line;
import dev.rapport.platform.OwnerPaths;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Erasing a person: what goes and what stays is said first, and the password asked for again. */
@Controller
class ErasureController {
    private static final int ROWS = 200;

    record ErasureForm(
            @NotBlank(message = "{history.erasure.reason.missing}") @Line @Nullable
            String reason,

            @NotBlank(message = "{account.required}") @Nullable
            String password) {}

    private final ErasureService erasures;
    private final ErasureRecords records;
    private final CustomerRecords customers;
    private final SignIn signIn;

    ErasureController(ErasureService erasures, ErasureRecords records, CustomerRecords customers, SignIn signIn) {
        this.erasures = erasures;
        this.records = records;
        this.customers = customers;
        this.signIn = signIn;
    }

    @Bean
    static OwnerPaths personalDataIsTheOwners() {
        return () -> List.of("/customers/*/erasure", "/customers/*/data", "/customers/*/data.zip", "/erasures");
    }

    @GetMapping("/erasures")
    String index(Model model) {
        model.addAttribute("erasures", records.all(ROWS));
        return "history/erasures";
    }

    @GetMapping("/customers/{id:\\d+}/erasure")
    String preview(@PathVariable long id, Model model) {
        model.addAttribute("form", new ErasureForm("", ""));
        return page(id, model);
    }

    @PostMapping("/customers/{id:\\d+}/erasure")
    String erase(
            @AuthenticationPrincipal SignedInAccount me,
            @PathVariable long id,
            @Valid @ModelAttribute("form") ErasureForm form,
            BindingResult errors,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!errors.hasErrors()) {
            try {
                signIn.require(me.id(), "password", Objects.requireNonNullElse(form.password(), ""));
                erasures.erase(id, form.reason());
                Flash.success(redirect, "history.erasure.done");
                return "redirect:/customers/" + id;
            } catch (Refused e) {
                FormErrors.add(errors, e);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(id, model);
    }

    private String page(long id, Model model) {
        model.addAttribute("customer", customers.get(id));
        model.addAttribute("held", erasures.held(id));
        return "history/erasure";
    }
}
