package dev.rapport.customer.web;

import dev.rapport.account.AccountSearch;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.platform.Actor;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeHistory;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Slice;
import dev.rapport.platform.web.Formats;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What was ever changed of a customer, by whom; it outlives a deletion, whose undo stands here too. */
@Controller
class CustomerHistoryController {
    private static final int ROWS = 30;
    private final ChangeHistory history;
    private final CustomerRecords records;
    private final AccountSearch accounts;
    private final CurrentActor actor;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final JsonMapper json;

    CustomerHistoryController(
            ChangeHistory history,
            CustomerRecords records,
            AccountSearch accounts,
            CurrentActor actor,
            BusinessSettings business,
            MessageSource messages,
            JsonMapper json) {
        this.history = history;
        this.records = records;
        this.accounts = accounts;
        this.actor = actor;
        this.business = business;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/customers/{id:\\d+}/history")
    String index(
            @PathVariable long id, @RequestParam(required = false) @Nullable String after, Model model, Locale locale) {
        Slice<LoggedChange> changes = history.ofCustomer(id, ROWS, Cursor.decode(after));
        records.find(id).ifPresent(customer -> model.addAttribute("customer", customer));
        if (changes.items().isEmpty() && !model.containsAttribute("customer")) {
            throw new NotFound("customer", id);
        }
        Map<Long, String> names = accounts.names(changes.items().stream()
                .map(LoggedChange::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        ChangeReader reader = new ChangeReader(json, messages, locale, new Formats(locale, business, messages));
        model.addAttribute("id", id);
        model.addAttribute("changes", changes.map(change -> readable(change, names, reader)));
        return "customer/history";
    }

    private ReadableChange readable(LoggedChange change, Map<Long, String> names, ChangeReader reader) {
        Actor me = actor.get();
        boolean mine = change.accountId() != null && change.accountId().equals(me.accountId());
        boolean undoable = !change.isUndone() && change.action() != Action.UNDONE && (me.owner() || mine);
        return new ReadableChange(
                change,
                change.accountId() == null ? null : names.get(change.accountId()),
                "history.entity." + change.entity(),
                undoable,
                reader.differences(change.before(), change.after()));
    }
}
