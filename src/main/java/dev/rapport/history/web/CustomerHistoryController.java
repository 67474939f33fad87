package dev.rapport.history.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.history.BroughtIn;
import dev.rapport.platform.ChangeHistory;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was ever changed of a customer, by whom; it outlives a deletion, whose undo stands here too. */
@Controller
class CustomerHistoryController {
    private static final int ROWS = 30;
    private final ChangeHistory history;
    private final ReadableChanges readable;
    private final CustomerRecords customers;
    private final List<BroughtIn> imports;

    CustomerHistoryController(
            ChangeHistory history, ReadableChanges readable, CustomerRecords customers, List<BroughtIn> imports) {
        this.history = history;
        this.readable = readable;
        this.customers = customers;
        this.imports = imports;
    }

    @GetMapping("/customers/{id:\\d+}/history")
    String index(
            @PathVariable long id, @RequestParam(required = false) @Nullable String after, Model model, Locale locale) {
        Cursor place = Cursor.decode(after);
        Slice<LoggedChange> changes = history.ofCustomer(id, ROWS, place);
        customers.find(id).ifPresent(customer -> model.addAttribute("customer", customer));
        if (changes.items().isEmpty() && !model.containsAttribute("customer")) {
            throw new NotFound("customer", id);
        }
        model.addAttribute("id", id);
        model.addAttribute("next", changes.next());
        model.addAttribute(
                "told",
                Told.inOrder(
                        readable.of(changes.items(), locale),
                        imports.stream().flatMap(each -> each.to(id).stream()).toList(),
                        place == null ? Instant.MAX : moment(place),
                        changes.next() == null));
        return "history/customer";
    }

    private static Instant moment(Cursor place) {
        try {
            return Instant.parse(place.value());
        } catch (DateTimeParseException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}
