package dev.rapport.customer.web;

import dev.rapport.customer.CustomerFilter;
import dev.rapport.customer.CustomerSearch;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Cursor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CustomerListController {
    private static final int ROWS = 50;
    private static final int SUGGESTIONS = 8;
    private final CustomerSearch search;

    CustomerListController(CustomerSearch search) {
        this.search = search;
    }

    @GetMapping("/customers")
    String index(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable LifecycleStage stage,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        CustomerList list = CustomerList.of(new CustomerFilter(query, stage, tag, archived), sort);
        model.addAttribute("list", list);
        model.addAttribute("allStages", LifecycleStage.values());
        model.addAttribute(
                "customers", search.find(list.filter(), list.sort(), list.descending(), ROWS, Cursor.decode(after)));
        return "customer/index";
    }

    @GetMapping("/customers/suggestions")
    String suggestions(@RequestParam(required = false) @Nullable String query, Model model) {
        model.addAttribute("customers", search.suggestions(query, SUGGESTIONS));
        return "customer/_suggestions";
    }
}
