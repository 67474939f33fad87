package dev.rapport.feedback.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.feedback.AnswerDetails;
import dev.rapport.feedback.AnswerSearch;
import dev.rapport.feedback.AnswerService;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class AnswerController {
    private static final String NEW = "feedback/new";
    private final AnswerService answers;
    private final AnswerSearch search;
    private final CustomerRecords customers;
    private final BusinessSettings business;

    AnswerController(AnswerService answers, AnswerSearch search, CustomerRecords customers, BusinessSettings business) {
        this.answers = answers;
        this.search = search;
        this.customers = customers;
        this.business = business;
    }

    @GetMapping("/customers/{customerId:\\d+}/answers/new")
    String blank(@PathVariable long customerId, Model model) {
        AnswerForm form = AnswerForm.blank(business.today());
        model.addAttribute("form", form);
        return form(customerId, form, model);
    }

    @PostMapping("/customers/{customerId:\\d+}/answers")
    String create(
            @PathVariable long customerId,
            @Valid @ModelAttribute("form") AnswerForm form,
            BindingResult problems,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!problems.hasErrors()) {
            try {
                AnswerService.Written written = answers.record(customerId, form.toAnswer());
                Flash.undoable(redirect, written.changeId(), "feedback.flash.recorded");
                return "redirect:/customers/" + customerId;
            } catch (Refused e) {
                // The score stands under the field of its survey.
                String field = "score".equals(e.field()) && form.survey() != null
                        ? form.survey().name().toLowerCase(java.util.Locale.ROOT)
                        : e.field();
                problems.rejectValue(field, e.key(), e.args(), e.key());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(customerId, form, model);
    }

    @GetMapping("/answers/{id:\\d+}")
    String show(@PathVariable long id, Model model) {
        AnswerDetails answer = search.details(id);
        model.addAttribute("answer", answer);
        model.addAttribute("customer", customers.get(answer.customerId()));
        return "feedback/show";
    }

    @PostMapping("/answers/{id:\\d+}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        AnswerDetails answer = search.details(id);
        Flash.undoable(redirect, answers.delete(id), "feedback.flash.deleted");
        return "redirect:/customers/" + answer.customerId();
    }

    private String form(long customerId, AnswerForm form, Model model) {
        model.addAttribute("customer", customers.get(customerId));
        model.addAttribute("typed", form);
        model.addAttribute("scales", Scale.all(form));
        return NEW;
    }
}
