package dev.rapport.customer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A filter as SQL on {@code customer c}. */
record CustomerConditions(List<String> conditions, Map<String, Object> params) {

    static CustomerConditions of(CustomerFilter filter, List<String> patterns) {
        return of(filter, patterns, List.of());
    }

    /** @param checked patterns that the rows found by the others are held against, without an index */
    static CustomerConditions of(CustomerFilter filter, List<String> patterns, List<String> checked) {
        CustomerConditions all = none();
        all.conditions.add(filter.archived() ? "c.archived_at IS NOT NULL" : "c.archived_at IS NULL");
        if (filter.stage() != null) {
            all.add("c.stage = :stage", "stage", filter.stage().name());
        }
        if (filter.tag() != null) {
            all.add("c.tags @> ARRAY[CAST(:tag AS text)]", "tag", filter.tag());
        }
        for (int i = 0; i < patterns.size(); i++) {
            String column = checked.contains(patterns.get(i)) ? "(c.search_text || '')" : "c.search_text";
            all.add(column + " LIKE :word" + i, "word" + i, patterns.get(i));
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

    /** Whether archived ones are meant, which every order has an index for. */
    String archived() {
        return conditions.get(0);
    }

    String sql() {
        return String.join(" AND ", conditions);
    }
}
