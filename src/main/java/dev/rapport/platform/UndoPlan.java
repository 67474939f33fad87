package dev.rapport.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What undoing a change would do now.
 *
 * @param obstacle message key of why it can't be undone; null where it can
 * @param kept what changed since and so would stay
 */
public record UndoPlan(LoggedChange change, @Nullable String obstacle, List<Clash> kept) {

    public boolean isPossible() {
        return obstacle == null;
    }

    public boolean isWhole() {
        return isPossible() && kept.isEmpty();
    }
}
