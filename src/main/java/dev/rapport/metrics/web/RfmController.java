package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Dashboards;
import dev.rapport.metrics.formula.RfmSegment;
import dev.rapport.metrics.predictive.FitQueue;
import dev.rapport.metrics.prepared.PageQuestions;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.metrics.rfm.RfmBoard;
import dev.rapport.metrics.rfm.RfmMap;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.web.Formats;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The map of the eleven segments, and who is in each. */
@Controller
class RfmController {

    private static final int PAGE = 50;

    private final RfmMap map;
    private final GroupPicker groups;
    private final FitQueue queue;
    private final Dashboards dashboards;
    private final Preparations preparations;
    private final PageQuestions questions;
    private final BusinessSettings business;
    private final MessageSource messages;

    RfmController(
            RfmMap map,
            GroupPicker groups,
            FitQueue queue,
            Dashboards dashboards,
            Preparations preparations,
            PageQuestions questions,
            BusinessSettings business,
            MessageSource messages) {
        this.map = map;
        this.groups = groups;
        this.queue = queue;
        this.dashboards = dashboards;
        this.preparations = preparations;
        this.questions = questions;
        this.business = business;
        this.messages = messages;
    }

    @GetMapping("/numbers/rfm")
    String show(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate asOf,
            @ModelAttribute("asked") Asked asked,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        LocalDate day = Days.of(asOf, dashboards.extent(), business.today());
        queue.ask(day);
        if (!board(day, CustomerGroup.of(asked.group()).on(day), model)) {
            return Preparing.VIEW;
        }
        groups.show(model, asked.group(), day, formats, locale);
        model.addAttribute("figures", new Figures(formats, messages, locale));
        return "metrics/rfm";
    }

    @GetMapping("/numbers/rfm/{segment}")
    String customers(
            @PathVariable String segment,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute("asked") Asked asked,
            Model model) {
        RfmSegment chosen = Arrays.stream(RfmSegment.values())
                .filter(each -> code(each).equals(segment))
                .findFirst()
                .orElseThrow(() -> new NotFound("segment", segment));
        LocalDate day = Days.of(asOf, dashboards.extent(), business.today());
        CustomerGroup group = CustomerGroup.of(asked.group()).on(day);
        if (!board(day, group, model)) {
            return Preparing.VIEW;
        }
        RfmBoard board = Preparing.of(model, "board");
        model.addAttribute("row", board.row(chosen));
        model.addAttribute("code", segment);
        model.addAttribute("customers", map.customers(board, group, chosen, Cursor.decode(after), PAGE));
        return "metrics/rfm-segment";
    }

    private boolean board(LocalDate day, CustomerGroup group, Model model) {
        return Preparing.shown(model, "board", preparations.soon(questions.rfm(day, group)));
    }

    /** As in addresses: at-risk. */
    static String code(RfmSegment segment) {
        return segment.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
