package dev.rapport.history.web;

import dev.rapport.account.People;
import dev.rapport.customer.SearchWords;
import dev.rapport.history.web.ReadableChange.Difference;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeHistory;
import dev.rapport.platform.Clash;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import dev.rapport.platform.Undo;
import dev.rapport.platform.UndoPlan;
import dev.rapport.platform.Via;
import dev.rapport.platform.web.Flash;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The log of everything, to search; and one entry of it with what undoing it would do. */
@Controller
class ChangesController {
    private static final int ROWS = 50;
    private final ChangeHistory history;
    private final ReadableChanges readable;
    private final SearchWords words;
    private final Undo undo;
    private final People people;
    private final BusinessSettings business;

    ChangesController(
            ChangeHistory history,
            ReadableChanges readable,
            SearchWords words,
            Undo undo,
            People people,
            BusinessSettings business) {
        this.history = history;
        this.readable = readable;
        this.words = words;
        this.undo = undo;
        this.people = people;
        this.business = business;
    }

    @GetMapping("/changes")
    String index(
            @RequestParam Map<String, String> address,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        ChangeQuery asked = ChangeQuery.of(address);
        Slice<LoggedChange> changes =
                history.find(asked.filter(words.patterns(asked.query()), business.zone()), ROWS, Cursor.decode(after));
        model.addAttribute("asked", asked);
        model.addAttribute("changes", readable.of(changes.items(), locale));
        model.addAttribute("more", asked.after(changes.next()));
        model.addAttribute("isNarrowed", asked.isNarrowed());
        model.addAttribute("people", people.all());
        model.addAttribute("kinds", ChangeQuery.KINDS.keySet());
        model.addAttribute("ways", Via.values());
        if (asked.part() != null) {
            model.addAttribute(
                    "whole",
                    readable.of(List.of(history.get(asked.part())), locale).get(0));
        }
        return "history/changes";
    }

    @GetMapping("/changes/{id:\\d+}")
    String show(@PathVariable long id, Model model, Locale locale) {
        UndoPlan plan = undo.plan(id);
        model.addAttribute("plan", plan);
        model.addAttribute("change", readable.of(List.of(plan.change()), locale).get(0));
        model.addAttribute("kept", kept(plan.kept(), locale));
        return "history/change";
    }

    /** Undoes what nobody has changed since. */
    @PostMapping("/changes/{id:\\d+}/undo-rest")
    String undoRest(@PathVariable long id, RedirectAttributes redirect) {
        try {
            LoggedChange change = undo.undoRest(id);
            Flash.success(redirect, "history.undone.rest");
            return "redirect:" + (change.customerId() == null ? "/changes" : "/customers/" + change.customerId());
        } catch (Refused e) {
            Flash.failure(redirect, e.key(), e.args());
            return "redirect:/changes/" + id;
        }
    }

    private List<Difference> kept(List<Clash> clashes, Locale locale) {
        FieldTexts texts = readable.texts(locale);
        List<Difference> kept = new ArrayList<>();
        clashes.forEach(clash -> kept.addAll(Clashes.readable(clash, texts)));
        return kept;
    }
}
