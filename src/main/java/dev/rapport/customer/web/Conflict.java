package dev.rapport.customer.web;

import java.util.List;
import java.util.Map;

/** A field that two people saved differently. */
record Conflict(String label, String theirs, String mine) {

    static List<Conflict> between(CustomerForm theirs, CustomerForm mine) {
        Map<String, String> stored = theirs.texts();
        return mine.texts().entrySet().stream()
                .filter(field -> !field.getValue().equals(stored.get(field.getKey())))
                .map(field -> new Conflict(field.getKey(), stored.getOrDefault(field.getKey(), ""), field.getValue()))
                .toList();
    }
}
