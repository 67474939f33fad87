package dev.rapport.customer.web;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the API takes it. {@code email} and {@code phone} are the main ones; {@code emails} and {@code phones} hold all
 * of them.
 */
record CustomerBody(
        @Nullable String name,
        @Nullable CustomerKind kind,
        @Nullable String company,
        @Nullable String role,
        @Nullable String email,
        @Nullable List<@Nullable String> emails,
        @Nullable String phone,
        @Nullable List<@Nullable String> phones,
        @Nullable LifecycleStage stage,
        @Nullable String source,
        @Nullable String language,
        @Nullable String country,
        @Nullable String city,
        @Nullable String address,
        @Nullable String website,
        @Nullable LocalDate birthday,
        @Nullable LocalDate acquiredOn,
        @Nullable List<@Nullable String> tags,
        @Nullable String externalId,
        @Nullable String needs,
        @Nullable String about,
        @Nullable Boolean archived) {

    static CustomerBody of(CustomerDetails customer) {
        CustomerProfile profile = customer.profile();
        return new CustomerBody(
                profile.name(),
                profile.kind(),
                profile.company(),
                profile.role(),
                null,
                List.copyOf(customer.contacts().emails()),
                null,
                List.copyOf(customer.contacts().phones()),
                customer.stage(),
                profile.source(),
                profile.language(),
                profile.country(),
                profile.city(),
                profile.address(),
                profile.website(),
                profile.birthday(),
                profile.acquiredOn(),
                List.copyOf(profile.tags()),
                profile.externalId(),
                profile.needs(),
                profile.about(),
                customer.isArchived());
    }

    CustomerProfile profile(LocalDate today) {
        return new CustomerProfile(
                kind == null ? CustomerKind.PERSON : kind,
                name == null ? "" : name,
                externalId,
                company,
                role,
                source,
                language,
                country,
                city,
                address,
                website,
                birthday,
                acquiredOn == null ? today : acquiredOn,
                present("tags", tags),
                needs,
                about);
    }

    Contacts contacts() {
        return new Contacts(all(email, present("emails", emails)), all(phone, present("phones", phones)));
    }

    LifecycleStage stageOr(LifecycleStage otherwise) {
        return stage == null ? otherwise : stage;
    }

    boolean isArchived() {
        return Boolean.TRUE.equals(archived);
    }

    private static List<String> all(@Nullable String main, List<String> others) {
        List<String> all = new ArrayList<>(others);
        if (main != null && !all.contains(main)) {
            all.add(0, main);
        }
        return all;
    }

    private static List<String> present(String field, @Nullable List<@Nullable String> values) {
        if (values == null) {
            return List.of();
        }
        if (values.stream().anyMatch(Objects::isNull)) {
            throw new Refused(field, "platform.refused.type");
        }
        return values.stream().map(Objects::requireNonNull).toList();
    }
}
