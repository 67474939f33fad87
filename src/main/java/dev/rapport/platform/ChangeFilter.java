package dev.rapport.platform;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the change log to show; what is null or empty narrows nothing.
 *
 * @param patterns for LIKE on {@code words}, all of which must match
 * @param entities any of these
 * @param from from that moment on, {@code to} before that moment
 * @param partOf the parts of that bulk operation, which else show as one entry
 */
public record ChangeFilter(
        List<String> patterns,
        List<String> entities,
        @Nullable Long accountId,
        @Nullable Via via,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Long partOf) {}
