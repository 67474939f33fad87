package dev.rapport.history.web;

import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.LoggedChange.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the change log as a person reads it.
 *
 * @param sentence who did what
 * @param differences field by field; none where the sentence says it all
 * @param customer the customer's name, null where they are gone or it is about none
 * @param obstacle why it can't be undone, a message key; null where it may be
 */
record ReadableChange(
        LoggedChange logged,
        String sentence,
        List<Difference> differences,
        @Nullable String customer,
        @Nullable String obstacle) {

    /** A field that was and is; either may be empty. */
    record Difference(String label, String was, String is) {
        private static final int SENTENCE = 60;

        /** Both fit into a sentence. */
        boolean isShort() {
            return fits(was) && fits(is);
        }

        private static boolean fits(String text) {
            return text.length() <= SENTENCE && text.indexOf('\n') < 0;
        }
    }

    /** The thing was there before and is after: what it was stands beside what it is. */
    public boolean isEdit() {
        return logged.action() == Action.CHANGED || logged.action() == Action.UNDONE && !logged.gone();
    }

    /** The obstacle in a word or two. */
    public @Nullable String why() {
        return obstacle == null ? null : obstacle.replace("platform.refused.", "history.why.");
    }

    public boolean isUndoable() {
        return obstacle == null;
    }
}
