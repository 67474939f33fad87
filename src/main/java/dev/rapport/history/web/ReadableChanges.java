package dev.rapport.history.web;

import dev.rapport.account.AccountSearch;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.history.web.ReadableChange.Difference;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.Undo;
import dev.rapport.platform.web.Formats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes entries of the change log readable: two statements, however many. */
@Component
class ReadableChanges {
    private final AccountSearch accounts;
    private final CustomerRecords customers;
    private final Undo undo;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final JsonMapper json;

    ReadableChanges(
            AccountSearch accounts,
            CustomerRecords customers,
            Undo undo,
            BusinessSettings business,
            MessageSource messages,
            JsonMapper json) {
        this.accounts = accounts;
        this.customers = customers;
        this.undo = undo;
        this.business = business;
        this.messages = messages;
        this.json = json;
    }

    List<ReadableChange> of(List<LoggedChange> changes, Locale locale) {
        Map<Long, String> people = accounts.names(ids(changes, LoggedChange::accountId));
        Map<Long, String> names = customers.names(ids(changes, LoggedChange::customerId));
        FieldTexts texts = texts(locale);
        ChangeReader reader = new ChangeReader(json, texts);
        Sentences sentences = new Sentences(texts, reader);
        return changes.stream()
                .map(change -> readable(change, people, names, texts, reader, sentences))
                .toList();
    }

    /** Deleted things, each by what it was. */
    List<DeletedThing> things(List<LoggedChange> deletions, Locale locale) {
        Map<Long, String> people = accounts.names(ids(deletions, LoggedChange::accountId));
        Map<Long, String> names = customers.names(ids(deletions, LoggedChange::customerId));
        FieldTexts texts = texts(locale);
        Sentences sentences = new Sentences(texts, new ChangeReader(json, texts));
        return deletions.stream()
                .map(change -> new DeletedThing(
                        change,
                        sentences.title(change),
                        sentences.kind(change.entity()),
                        change.customerId() == null ? null : names.get(change.customerId()),
                        change.accountId() == null ? null : people.get(change.accountId()),
                        change.happenedAt().plus(Undo.POSSIBLE_FOR),
                        undo.obstacle(change)))
                .toList();
    }

    FieldTexts texts(Locale locale) {
        return new FieldTexts(messages, locale, new Formats(locale, business, messages));
    }

    private ReadableChange readable(
            LoggedChange change,
            Map<Long, String> people,
            Map<Long, String> names,
            FieldTexts texts,
            ChangeReader reader,
            Sentences sentences) {
        String who = change.accountId() == null ? null : people.get(change.accountId());
        List<Difference> differences =
                change.isBulk() ? List.of() : reader.differences(change.before(), change.after());
        String sentence = sentences.of(change, who == null ? texts.say("history.nobody") : who, differences);
        boolean saidAll = change.action() == Action.CHANGED
                && differences.size() == 1
                && differences.get(0).isShort();
        return new ReadableChange(
                change,
                sentence,
                saidAll ? List.of() : differences,
                change.customerId() == null ? null : names.get(change.customerId()),
                undo.obstacle(change));
    }

    private static List<Long> ids(List<LoggedChange> changes, Function<LoggedChange, @Nullable Long> id) {
        List<Long> ids = new ArrayList<>();
        changes.stream().map(id).filter(Objects::nonNull).distinct().forEach(ids::add);
        return ids;
    }
}
