package dev.rapport.customer.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerDuplicates;
import dev.rapport.customer.CustomerMerge;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerSearch;
import dev.rapport.customer.CustomerSuggestion;
import dev.rapport.platform.Refused;
import dev.rapport.platform.web.Flash;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Two entries for one person: find the other, see both side by side, make one of them. */
@Controller
@RequestMapping("/customers/{id:\\d+}/merge")
class MergeController {
    private static final int FOUND = 12;
    private final CustomerMerge merge;
    private final CustomerRecords records;
    private final CustomerDuplicates duplicates;
    private final CustomerSearch search;

    MergeController(
            CustomerMerge merge, CustomerRecords records, CustomerDuplicates duplicates, CustomerSearch search) {
        this.merge = merge;
        this.records = records;
        this.duplicates = duplicates;
        this.search = search;
    }

    @GetMapping
    String find(@PathVariable long id, @RequestParam(required = false) @Nullable String query, Model model) {
        CustomerDetails customer = records.get(id);
        boolean asked = query != null && !query.isBlank();
        String wanted = asked ? query : customer.name();
        Map<Long, CustomerSuggestion> others = new LinkedHashMap<>();
        if (!asked) {
            duplicates
                    .of(customer.contacts(), id)
                    .forEach(same -> others.put(
                            same.id(), new CustomerSuggestion(same.id(), same.name(), same.company(), same.value())));
        }
        search.suggestions(wanted, FOUND + 1).stream()
                .filter(other -> other.id() != id)
                .forEach(other -> others.putIfAbsent(other.id(), other));
        model.addAttribute("customer", customer);
        model.addAttribute("query", wanted);
        model.addAttribute("others", others.values());
        return "customer/merge-find";
    }

    @GetMapping("/{other:\\d+}")
    String preview(@PathVariable long id, @PathVariable long other, Model model) {
        CustomerDetails kept = records.get(id);
        CustomerDetails gone = records.get(other);
        model.addAttribute("customer", kept);
        model.addAttribute("other", gone);
        model.addAttribute("fields", MergeField.between(kept, gone));
        return "customer/merge";
    }

    @PostMapping("/{other:\\d+}")
    String merge(
            @PathVariable long id,
            @PathVariable long other,
            @RequestParam(required = false) @Nullable Set<String> take,
            RedirectAttributes redirect) {
        records.require(id);
        String name = records.get(other).name();
        try {
            long change = merge.merge(id, other, take == null ? Set.of() : take);
            Flash.undoable(redirect, change, "customer.merge.done", name);
            return "redirect:/customers/" + id;
        } catch (Refused e) {
            Flash.failure(redirect, e.key(), e.args());
            return "redirect:/customers/" + id + "/merge/" + other;
        }
    }
}
