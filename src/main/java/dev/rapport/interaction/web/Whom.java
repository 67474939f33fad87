package dev.rapport.interaction.web;

import dev.rapport.customer.CustomerSuggestion;
import dev.rapport.platform.Typed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom the words typed so far may mean.
 *
 * @param newName the name that a new customer would get; null where nothing is typed or somebody is called just so
 * @param chosen the value of the choice that is taken for now
 */
public record Whom(
        List<CustomerSuggestion> found,
        @Nullable String newName,
        @Nullable String chosen) {

    static Whom of(@Nullable String words, List<CustomerSuggestion> found, @Nullable String chosen) {
        String name = Typed.line(words);
        boolean known =
                name != null && found.stream().anyMatch(one -> one.name().equalsIgnoreCase(name));
        String newName = known ? null : name;
        return new Whom(found, newName, chosen != null ? chosen : first(name, found));
    }

    private static @Nullable String first(@Nullable String name, List<CustomerSuggestion> found) {
        if (name == null) {
            return null;
        }
        return found.isEmpty() ? LogForm.NEW : String.valueOf(found.get(0).id());
    }
}
