package dev.rapport.history.web;

import dev.rapport.platform.ChangeFilter;
import dev.rapport.platform.Typed;
import dev.rapport.platform.Via;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is looked for in the log, as the address holds it. */
record ChangeQuery(
        @Nullable String query,
        @Nullable Long who,
        @Nullable String kind,
        @Nullable Via way,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Long part) {
    /** What a person would call one kind, and the entities that the log knows it by. */
    static final Map<String, List<String>> KINDS = kinds();

    ChangeQuery {
        query = Typed.line(query);
        query = query != null && (query.length() > 500 || !Typed.isStorable(query)) ? null : query;
        kind = kind != null && KINDS.containsKey(kind) ? kind : null;
    }

    /** What can't be read narrows nothing: an address may be anything. */
    static ChangeQuery of(Map<String, String> address) {
        return new ChangeQuery(
                address.get("query"),
                read(address.get("who"), Long::valueOf),
                address.get("kind"),
                read(address.get("way"), Via::valueOf),
                read(address.get("from"), LocalDate::parse),
                read(address.get("to"), LocalDate::parse),
                read(address.get("part"), Long::valueOf));
    }

    private static <T> @Nullable T read(@Nullable String text, Function<String, T> reader) {
        try {
            return text == null || text.isEmpty() ? null : reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    private static Map<String, List<String>> kinds() {
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("customer", List.of("customer", "customer-whole", "customer-merge"));
        kinds.put("account", List.of("account", "api-token"));
        for (String one : List.of(
                "consent",
                "interaction",
                "task",
                "purchase",
                "product",
                "answer",
                "exchange-rate",
                "business",
                "account",
                "import",
                "bulk")) {
            kinds.put(one, List.of(one));
        }
        return kinds;
    }

    boolean isNarrowed() {
        return query != null
                || who != null
                || kind != null
                || way != null
                || from != null
                || to != null
                || part != null;
    }

    ChangeFilter filter(List<String> patterns, ZoneId zone) {
        return new ChangeFilter(
                patterns,
                kind == null ? List.of() : KINDS.getOrDefault(kind, List.of()),
                who,
                way,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                part);
    }

    /** Null without a cursor: there is no more. */
    @Nullable
    String after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/changes");
        add(address, "query", query);
        add(address, "who", who);
        add(address, "kind", kind);
        add(address, "way", way);
        add(address, "from", from);
        add(address, "to", to);
        add(address, "part", part);
        add(address, "after", cursor);
        return address.encode().build().toUriString();
    }

    /** As a template variable, so that every character of it is encoded. */
    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
        }
    }
}
