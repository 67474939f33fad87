package dev.rapport.customer.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of two customers who shall be one.
 *
 * @param label message key
 * @param isChoice both have it, and not the same
 */
record MergeField(
        String name,
        String label,
        @Nullable Object ours,
        @Nullable Object theirs,
        boolean isChoice) {

    static List<MergeField> between(CustomerDetails kept, CustomerDetails gone) {
        List<MergeField> fields = new ArrayList<>();
        add(fields, "name", "name", kept, gone, CustomerProfile::name);
        add(fields, "company", "company", kept, gone, CustomerProfile::company);
        add(fields, "role", "role", kept, gone, CustomerProfile::role);
        add(fields, "source", "source", kept, gone, CustomerProfile::source);
        add(fields, "externalId", "external_id", kept, gone, CustomerProfile::externalId);
        add(fields, "language", "language", kept, gone, CustomerProfile::language);
        add(fields, "country", "country", kept, gone, CustomerProfile::country);
        add(fields, "city", "city", kept, gone, CustomerProfile::city);
        add(fields, "address", "address", kept, gone, CustomerProfile::address);
        add(fields, "website", "website", kept, gone, CustomerProfile::website);
        add(fields, "birthday", "birthday", kept, gone, CustomerProfile::birthday);
        return fields;
    }

    private static void add(
            List<MergeField> fields,
            String name,
            String label,
            CustomerDetails kept,
            CustomerDetails gone,
            Function<CustomerProfile, @Nullable Object> value) {
        Object ours = value.apply(kept.profile());
        Object theirs = value.apply(gone.profile());
        if (ours != null || theirs != null) {
            boolean choice = ours != null && theirs != null && !Objects.equals(ours, theirs);
            fields.add(new MergeField(name, "history.customer." + label, ours, theirs, choice));
        }
    }
}
