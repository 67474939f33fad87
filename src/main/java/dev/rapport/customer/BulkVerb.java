package dev.rapport.customer;

import java.util.List;
import java.util.Map;

/** What can be done to many customers at once. */
public enum BulkVerb {
    TAG_ADDED("NOT c.tags @> ARRAY[CAST(:value AS text)]", "tags = array_append(c.tags, CAST(:value AS text))"),
    TAG_REMOVED("c.tags @> ARRAY[CAST(:value AS text)]", "tags = array_remove(c.tags, CAST(:value AS text))"),
    STAGE("c.stage <> CAST(:value AS text)", "stage = CAST(:value AS text)"),
    SOURCE("c.source IS DISTINCT FROM CAST(:value AS text)", "source = CAST(:value AS text)"),
    DELETE("true", "");

    private final String concerned;
    private final String change;

    BulkVerb(String concerned, String change) {
        this.concerned = concerned;
        this.change = change;
    }

    /** Whom it would change, as a condition on {@code customer c}: the others are so already. */
    String concerned() {
        return concerned;
    }

    /** What to set. */
    String change() {
        return change;
    }

    /** What of a customer it touches, with the name for who reads the log: an image of all would take ten times as long. */
    Map<String, List<String>> touches() {
        return switch (this) {
            case TAG_ADDED, TAG_REMOVED -> Map.of("customer", List.of("id", "version", "name", "tags"));
            case SOURCE -> Map.of("customer", List.of("id", "version", "name", "source"));
            case STAGE -> Map.of("customer", List.of("id", "version", "name", "stage"), "stage_change", List.of());
            case DELETE -> throw new IllegalStateException("all of the customer");
        };
    }

    public boolean isOfTags() {
        return this == TAG_ADDED || this == TAG_REMOVED;
    }
}
