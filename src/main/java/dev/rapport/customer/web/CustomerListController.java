package dev.rapport.customer.web;

import dev.rapport.customer.CustomerColumns;
import dev.rapport.customer.CustomerFilter;
import dev.rapport.customer.CustomerRow;
import dev.rapport.customer.CustomerSearch;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CustomerListController {
    private static final int ROWS = 50;
    private static final int SUGGESTIONS = 8;
    private final CustomerSearch search;
    private final ObjectProvider<CustomerColumns> columns;

    CustomerListController(CustomerSearch search, ObjectProvider<CustomerColumns> columns) {
        this.search = search;
        this.columns = columns;
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
        Slice<CustomerRow> customers =
                search.find(list.filter(), list.sort(), list.descending(), ROWS, Cursor.decode(after));
        model.addAttribute("customers", customers);
        model.addAttribute("columns", columns(customers.items(), model));
        return "customer/index";
    }

    /** The templates of those who have something to tell. */
    private List<String> columns(List<CustomerRow> rows, Model model) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Long> ids = rows.stream().map(CustomerRow::id).toList();
        List<String> templates = new ArrayList<>();
        columns.orderedStream().forEach(each -> {
            Map<String, Object> attributes = each.model(ids);
            if (!attributes.isEmpty()) {
                model.addAllAttributes(attributes);
                templates.add(each.template());
            }
        });
        return templates;
    }

    @GetMapping("/customers/suggestions")
    String suggestions(@RequestParam(required = false) @Nullable String query, Model model) {
        model.addAttribute("customers", search.suggestions(query, SUGGESTIONS));
        return "customer/_suggestions";
    }
}
