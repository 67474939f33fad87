package dev.rapport.customer.web;

import dev.rapport.platform.LoggedChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the change log as a person reads it.
 *
 * @param subject message key of what was changed
 */
record ReadableChange(
        LoggedChange logged, @Nullable String who, String subject, boolean undoable, List<Difference> differences) {

    /** A field that was and is; either may be empty. */
    record Difference(String label, String was, String is) {}
}
