package dev.rapport.history.web;

import dev.rapport.platform.LoggedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something in the bin.
 *
 * @param customer whose it is, null where it is nobody's or they are gone too
 * @param until when it is deleted for good
 * @param obstacle why the reader can't bring it back, a message key; null where they may
 */
record DeletedThing(
        LoggedChange logged,
        String title,
        String kind,
        @Nullable String customer,
        @Nullable String who,
        Instant until,
        @Nullable String obstacle) {}
