package dev.rapport.customer;

import dev.rapport.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of two customers' fields: the kept one's, the other's where asked for or where it has none; notes of both. */
record MergedProfile(CustomerProfile kept, CustomerProfile gone, Set<String> taken) {

    CustomerProfile profile() {
        return new CustomerProfile(
                taken.contains("kind") ? gone.kind() : kept.kind(),
                taken.contains("name") ? gone.name() : kept.name(),
                either("externalId", kept.externalId(), gone.externalId()),
                either("company", kept.company(), gone.company()),
                either("role", kept.role(), gone.role()),
                either("source", kept.source(), gone.source()),
                either("language", kept.language(), gone.language()),
                either("country", kept.country(), gone.country()),
                either("city", kept.city(), gone.city()),
                either("address", kept.address(), gone.address()),
                either("website", kept.website(), gone.website()),
                either("birthday", kept.birthday(), gone.birthday()),
                earlier(kept.acquiredOn(), gone.acquiredOn()),
                together(kept.tags(), gone.tags()),
                notes("needs", kept.needs(), gone.needs()),
                notes("about", kept.about(), gone.about()));
    }

    static Contacts contacts(Contacts kept, Contacts gone) {
        return new Contacts(together(kept.emails(), gone.emails()), together(kept.phones(), gone.phones()));
    }

    private <T> @Nullable T either(String field, @Nullable T ours, @Nullable T theirs) {
        return ours == null || theirs != null && taken.contains(field) ? theirs : ours;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static List<String> together(List<String> ours, List<String> theirs) {
        Set<String> all = new LinkedHashSet<>(ours);
        all.addAll(theirs);
        return new ArrayList<>(all);
    }

    private static @Nullable String notes(String field, @Nullable String ours, @Nullable String theirs) {
        if (ours == null || theirs == null || ours.equals(theirs)) {
            return ours == null ? theirs : ours;
        }
        String both = ours + "\n\n" + theirs;
        if (both.length() > 100_000) {
            throw new Refused(null, "customer.merge.long", field);
        }
        return both;
    }
}
