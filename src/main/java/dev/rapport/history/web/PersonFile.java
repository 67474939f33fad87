package dev.rapport.history.web;

import dev.rapport.history.web.Document.Fact;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeHistory;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.Slice;
import dev.rapport.platform.Tracked;
import dev.rapport.platform.web.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that is kept of one customer, for them: to read, and for a machine. */
@Component
@Transactional(readOnly = true)
class PersonFile {
    private static final List<String> TABLES = List.of(
            "customer", "contact_point", "stage_change", "consent", "interaction", "purchase", "answer", "task");

    /** Ours, not theirs: how rows are found and kept, what a sale cost the business. */
    private static final Set<String> OURS = Set.of(
            "sort_key",
            "search_text",
            "version",
            "form_token",
            "import_id",
            "normalized",
            "position",
            "customer_id",
            "cost",
            "base_amount",
            "rate",
            "product_id",
            "interaction_id");

    private static final String COST = "history.purchase.cost";
    private static final int CHANGES_AT_ONCE = 200;
    private final Tracked trackedWholeCustomer;
    private final ChangeHistory history;
    private final ReadableChanges readable;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final JsonMapper json;
    private final Clock clock;

    PersonFile(
            Tracked trackedWholeCustomer,
            ChangeHistory history,
            ReadableChanges readable,
            BusinessSettings business,
            MessageSource messages,
            JsonMapper json,
            Clock clock) {
        this.trackedWholeCustomer = trackedWholeCustomer;
        this.history = history;
        this.readable = readable;
        this.business = business;
        this.messages = messages;
        this.json = json.rebuild()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        this.clock = clock;
    }

    /** A ZIP of index.html, in that language, and data.json. */
    void write(long id, Locale locale, OutputStream out) throws IOException {
        ObjectNode data = data(id);
        List<ReadableChange> changes = changes(id, locale);
        ArrayNode log = data.putArray("history");
        changes.forEach(change -> log.addObject()
                .put("at", change.logged().happenedAt().toString())
                .put("what", change.sentence()));
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.putNextEntry(new ZipEntry("index.html"));
        zip.write(page(data, changes, locale));
        zip.closeEntry();
        zip.putNextEntry(new ZipEntry("data.json"));
        zip.write(json.writeValueAsBytes(data));
        zip.closeEntry();
        zip.finish();
    }

    private ObjectNode data(long id) {
        JsonNode rows = json.readTree(history.present(trackedWholeCustomer, id));
        ObjectNode data = json.createObjectNode();
        for (String table : TABLES) {
            ArrayNode kept = data.putArray(table);
            rows.path(table).forEach(row -> {
                ObjectNode theirs = ((ObjectNode) row).deepCopy();
                if (table.equals("purchase")) {
                    theirs.put("product", product(rows, row.path("id").asLong()));
                }
                OURS.forEach(theirs::remove);
                kept.add(theirs);
            });
        }
        return data;
    }

    private static String product(JsonNode rows, long purchase) {
        for (JsonNode entry : rows.path("timeline_entry")) {
            if (entry.path("source").asString("").equals("purchase")
                    && entry.path("source_id").asLong() == purchase) {
                return entry.path("title").asString("");
            }
        }
        return "";
    }

    private List<ReadableChange> changes(long id, Locale locale) {
        List<ReadableChange> all = new ArrayList<>();
        String cost = readable.texts(locale).say(COST);
        Slice<LoggedChange> page = history.ofCustomer(id, CHANGES_AT_ONCE, null);
        all.addAll(readable.of(page.items(), locale));
        while (page.next() != null) {
            page = history.ofCustomer(id, CHANGES_AT_ONCE, Cursor.decode(page.next()));
            all.addAll(readable.of(page.items(), locale));
        }
        all.removeIf(change ->
                change.logged().entity().equals("purchase") && change.sentence().contains(cost));
        return all;
    }

    private byte[] page(ObjectNode data, List<ReadableChange> changes, Locale locale) {
        FieldTexts texts = readable.texts(locale);
        Formats formats = new Formats(locale, business, messages);
        String name = data.path("customer").path(0).path("name").asString("");
        Document page = new Document(
                locale,
                texts.say("history.data.title", name),
                texts.say("history.data.introduction", business.name(), formats.moment(clock.instant())));
        for (String table : TABLES) {
            if (!data.path(table).isEmpty()) {
                page.heading(texts.say("history.data." + table));
                data.path(table).forEach(row -> page.facts(facts(table, row, texts)));
            }
        }
        page.heading(texts.say("history.customer"));
        for (ReadableChange change : changes) {
            List<Fact> facts = new ArrayList<>();
            facts.add(new Fact(formats.moment(change.logged().happenedAt()), change.sentence()));
            change.differences().stream()
                    .filter(each -> !each.label().equals(texts.say(COST)))
                    .forEach(each -> facts.add(
                            new Fact(each.label(), each.was().isEmpty() ? each.is() : each.was() + " → " + each.is())));
            page.facts(facts);
        }
        return page.bytes();
    }

    private static List<Fact> facts(String table, JsonNode row, FieldTexts texts) {
        List<Fact> facts = new ArrayList<>();
        for (String column : row.propertyNames()) {
            boolean isStage = table.equals("stage_change") && column.equals("stage");
            String label = isStage ? texts.say("history.data.stage") : texts.label(table, column, row);
            String value = texts.value(isStage ? "customer" : table, column, row);
            if (label != null && !value.isEmpty()) {
                facts.add(new Fact(label, value));
            }
        }
        return facts;
    }
}
