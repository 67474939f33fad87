package dev.rapport.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A filter as SQL on {@code customer c}. */
record CustomerConditions(List<String> conditions, Map<String, Object> params) {

    static CustomerConditions of(CustomerFilter filter, List<String> patterns) {
        CustomerConditions all = none();
        all.conditions.add(filter.archived() ? "c.archived_at IS NOT NULL" : "c.archived_at IS NULL");
        if (filter.stage() != null) {
            all.add("c.stage = :stage", "stage", filter.stage().name());
        }
        if (filter.tag() != null) {
            all.add("c.tags @> ARRAY[CAST(:tag AS text)]", "tag", filter.tag());
        }
        for (int i = 0; i < patterns.size(); i++) {
            all.add("c.search_text LIKE :word" + i, "word" + i, patterns.get(i));
        }
        return all;
    }

    /** To begin with: everybody. */
    static CustomerConditions none() {
        return new CustomerConditions(new ArrayList<>(), new LinkedHashMap<>());
    }

    void add(String condition, String name, Object value) {
        conditions.add(condition);
        params.put(name, value);
    }

    String sql() {
        return String.join(" AND ", conditions);
    }
}
