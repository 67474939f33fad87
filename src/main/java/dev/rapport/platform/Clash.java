package dev.rapport.platform;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What changed since a change that is to be undone, and so stays.
 *
 * @param column null where it is the whole row: changed since it was made, or gone
 * @param wanted what undoing would have put back: a value, or a row
 */
public record Clash(
        String table,
        long id,
        @Nullable String column,
        @Nullable JsonNode wanted,
        @Nullable JsonNode now) {}
