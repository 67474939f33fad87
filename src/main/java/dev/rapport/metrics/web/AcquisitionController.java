package dev.rapport.metrics.web;

import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.Tile;
import dev.rapport.metrics.acquisition.AcquisitionBoard;
import dev.rapport.metrics.acquisition.AcquisitionCosts;
import dev.rapport.metrics.acquisition.AcquisitionService;
import dev.rapport.metrics.acquisition.CostEntry;
import dev.rapport.metrics.formula.Figure;
import dev.rapport.metrics.formula.Span;
import dev.rapport.metrics.predictive.FitQueue;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.FormErrors;
import dev.rapport.platform.web.Formats;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What winning customers costs by channel, and where to enter it. */
@Controller
class AcquisitionController {

    private static final String VIEW = "metrics/acquisition";

    private final AcquisitionService acquisition;
    private final AcquisitionCosts costs;
    private final GroupPicker groups;
    private final FitQueue queue;
    private final Dashboards dashboards;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final MessageSource messages;

    AcquisitionController(
            AcquisitionService acquisition,
            AcquisitionCosts costs,
            GroupPicker groups,
            FitQueue queue,
            Dashboards dashboards,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            MessageSource messages) {
        this.acquisition = acquisition;
        this.costs = costs;
        this.groups = groups;
        this.queue = queue;
        this.dashboards = dashboards;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/acquisition")
    String show(
            @ModelAttribute("asked") Asked asked, @ModelAttribute("fmt") Formats formats, Model model, Locale locale) {
        model.addAttribute("form", CostForm.blank(business.today()));
        return page(asked, formats, model, locale);
    }

    @PostMapping("/numbers/acquisition/costs")
    String add(
            @Valid @ModelAttribute("form") CostForm form,
            BindingResult problems,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (!problems.hasErrors()) {
            try {
                CostEntry entry = form.entry();
                Flash.undoable(
                        redirect,
                        costs.add(entry),
                        "metrics.flash.cost",
                        formats.money(entry.amount()),
                        entry.channel());
                return "redirect:/numbers/acquisition";
            } catch (Refused refused) {
                FormErrors.add(problems, refused);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(Asked.NOTHING, formats, model, locale);
    }

    @PostMapping("/numbers/acquisition/costs/{id:\\d+}/delete")
    String delete(@PathVariable long id, RedirectAttributes redirect) {
        Flash.undoable(redirect, costs.delete(id), "metrics.flash.cost-deleted");
        return "redirect:/numbers/acquisition";
    }

    private Optional<Preparations.Answer<Tile>> conversion(Scope scope, AcquisitionBoard board) {
        Figure now = board.all().conversion();
        return preparations.soon(questions.conversion(scope, now));
    }

    private String page(Asked asked, Formats formats, Model model, Locale locale) {
        Span span = asked.in(dashboards.extent(), business.today()).span();
        queue.ask(span.to());
        model.addAttribute("span", span);
        model.addAttribute("asked", asked);
        groups.show(model, asked.group(), span.to(), formats, locale);
        Scope scope = asked.scope(span);
        if (!Preparing.shown(model, "board", preparations.soon(questions.acquisition(scope)))
                || !Preparing.shown(model, "conversion", conversion(scope, Preparing.of(model, "board")))) {
            return Preparing.VIEW;
        }
        model.addAttribute("costs", acquisition.costs(span));
        model.addAttribute("channels", List.of());
        Preparing.shown(model, "channels", preparations.atOnce(questions.channels()));
        model.addAttribute("figures", new Figures(formats, messages, locale));
        return VIEW;
    }
}
