package dev.rapport.history.web;

import dev.rapport.history.web.ReadableChange.Difference;
import dev.rapport.platform.LoggedChange;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Puts an entry of the change log into words. */
class Sentences {
    private static final int TITLE = 60;
    private static final List<String> TITLES =
            List.of("name", "title", "subject", "purpose", "file_name", "email", "text");
    private final FieldTexts texts;
    private final ChangeReader reader;

    Sentences(FieldTexts texts, ChangeReader reader) {
        this.texts = texts;
        this.reader = reader;
    }

    String of(LoggedChange change, String who, List<Difference> differences) {
        if (change.isBulk()) {
            return bulk(change, who);
        }
        if (change.entity().equals("customer-merge")) {
            JsonNode one = reader.first(change.after(), "customer");
            return texts.say(
                    change.action() == LoggedChange.Action.UNDONE ? "history.said.unmerged" : "history.said.merged",
                    who,
                    one == null ? "" : title("customer", one));
        }
        // Of the settings there is one: their name says nothing.
        String what = change.entity().equals("business") ? noun(change.entity()) : what(change);
        return switch (change.action()) {
            case CREATED -> texts.say("history.said.added", who, what);
            case DELETED -> texts.say("history.said.deleted", who, what);
            case CHANGED -> changed(who, what, differences);
            case UNDONE -> undone(change, who, what, differences);
        };
    }

    /** The interaction “Call about the bag”. */
    String what(LoggedChange change) {
        String noun = noun(change.entity());
        String title = title(change);
        return title.isEmpty() ? noun : texts.say("history.said.titled", noun, title);
    }

    String noun(String entity) {
        String noun = texts.sayIfKnown("history.the." + entity);
        return noun == null ? texts.say("history.the.other") : noun;
    }

    /** What the bin calls it: Interactions, Customers. */
    String kind(String entity) {
        String kind = texts.sayIfKnown("history.kind." + entity.replace("-whole", ""));
        return kind == null ? noun(entity) : kind;
    }

    String title(LoggedChange change) {
        String table = table(change.entity());
        JsonNode row = reader.first(change.after(), table);
        JsonNode last = row == null ? reader.first(change.before(), table) : row;
        return last == null ? "" : title(table, last);
    }

    private String title(String table, JsonNode row) {
        String title =
                switch (table) {
                    case "purchase" ->
                        texts.value(table, "amount", row) + ", " + texts.value(table, "purchased_on", row);
                    case "answer" ->
                        row.path("survey").asString("") + " "
                                + row.path("score").asString("");
                    case "exchange_rate" ->
                        row.path("currency").asString("") + ", " + texts.value(table, "on_day", row);
                    case "interaction" -> firstOf(row, texts.value(table, "kind", row));
                    default -> firstOf(row, "");
                };
        String line = title.replaceAll("\\s+", " ");
        return line.length() <= TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, TITLE) - 1)) + "…";
    }

    private static String firstOf(JsonNode row, String otherwise) {
        return TITLES.stream()
                .map(column -> row.path(column).asString(""))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse(otherwise);
    }

    /** An entity may be named for what is kept of it; its rows are in the table. */
    static String table(String entity) {
        return entity.replace("-whole", "").replace('-', '_');
    }

    private String changed(String who, String what, List<Difference> differences) {
        if (differences.size() == 1 && differences.get(0).isShort()) {
            Difference one = differences.get(0);
            if (one.was().isEmpty()) {
                return texts.say("history.said.filled", who, what, one.label(), one.is());
            }
            return one.is().isEmpty()
                    ? texts.say("history.said.cleared", who, what, one.label(), one.was())
                    : texts.say("history.said.changed", who, what, one.label(), one.was(), one.is());
        }
        return differences.isEmpty()
                ? texts.say("history.said.touched", who, what)
                : texts.say("history.said.several", who, what, labels(differences));
    }

    private String undone(LoggedChange change, String who, String what, List<Difference> differences) {
        String table = table(change.entity());
        if (reader.first(change.before(), table) == null) {
            return texts.say("history.said.restored", who, what);
        }
        if (reader.first(change.after(), table) == null) {
            return texts.say("history.said.withdrawn", who, what);
        }
        return texts.say("history.said.undone", who, what, labels(differences));
    }

    private String labels(List<Difference> differences) {
        return differences.stream()
                .map(Difference::label)
                .distinct()
                .collect(Collectors.joining(texts.say("history.said.and")));
    }

    private String bulk(LoggedChange change, String who) {
        JsonNode row = reader.first(change.after(), "bulk");
        if (row == null) {
            return texts.say("history.said.touched", who, texts.say("history.the.other"));
        }
        String done = texts.say(
                "history.bulk." + row.path("verb").asString(""),
                who,
                value(row),
                row.path("count").asLong());
        return change.action() == LoggedChange.Action.UNDONE ? texts.say("history.said.undone.bulk", who, done) : done;
    }

    private String value(JsonNode row) {
        String value = row.path("value").asString("");
        @Nullable String stage = texts.sayIfKnown("history.customer.stage." + value);
        return row.path("verb").asString("").equals("STAGE") && stage != null ? stage : value;
    }
}
