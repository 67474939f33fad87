package dev.rapport.customer.web;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import jakarta.validation.constraints.NotBlank;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;

/**
 * A customer as typed. E-mails and phones hold one a line, tags stand between commas.
 *
 * @param saveAnyway the founder saw who else has the address or number
 */
record CustomerForm(
        @Nullable CustomerKind kind,

        @NotBlank(message = "{customer.refused.name}") @Line @Nullable
        String name,

        @Line @Nullable String company,
        @Line @Nullable String role,
        @Note @Nullable String emails,
        @Note @Nullable String phones,
        @Nullable LifecycleStage stage,
        @Line @Nullable String source,
        @Line @Nullable String tags,
        @Line @Nullable String language,
        @Line @Nullable String country,
        @Line @Nullable String city,
        @Line @Nullable String address,
        @Line @Nullable String website,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate birthday,
        @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate acquiredOn,
        @Line @Nullable String externalId,
        @Note @Nullable String needs,
        @Note @Nullable String about,
        @Nullable Boolean saveAnyway) {

    static CustomerForm blank(@Nullable String name, LocalDate today, String country) {
        return new CustomerForm(
                CustomerKind.PERSON,
                name,
                null,
                null,
                null,
                null,
                LifecycleStage.AWARENESS,
                null,
                null,
                null,
                country,
                null,
                null,
                null,
                null,
                today,
                null,
                null,
                null,
                false);
    }

    static CustomerForm of(CustomerDetails customer) {
        CustomerProfile profile = customer.profile();
        return new CustomerForm(
                profile.kind(),
                profile.name(),
                profile.company(),
                profile.role(),
                String.join("\n", customer.contacts().emails()),
                String.join("\n", customer.contacts().phones()),
                customer.stage(),
                profile.source(),
                String.join(", ", profile.tags()),
                profile.language(),
                profile.country(),
                profile.city(),
                profile.address(),
                profile.website(),
                profile.birthday(),
                profile.acquiredOn(),
                profile.externalId(),
                profile.needs(),
                profile.about(),
                false);
    }

    CustomerProfile profile(LocalDate today) {
        return new CustomerProfile(
                kind == null ? CustomerKind.PERSON : kind,
                called(),
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
                split(tags, "[,，、]"),
                needs,
                about);
    }

    String called() {
        return name == null ? "" : name.strip();
    }

    Contacts contacts() {
        return new Contacts(split(emails, "\\R"), split(phones, "\\R"));
    }

    boolean isSureOfDuplicates() {
        return Boolean.TRUE.equals(saveAnyway);
    }

    /** By message key, in the order of the form: what a person compares when two saved at once. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("customer.field.name", text(name));
        texts.put("customer.field.company", text(company));
        texts.put("customer.field.role", text(role));
        texts.put("customer.field.emails", text(emails));
        texts.put("customer.field.phones", text(phones));
        texts.put("customer.field.source", text(source));
        texts.put("customer.field.tags", text(tags));
        texts.put("customer.field.language", text(language));
        texts.put("customer.field.country", text(country));
        texts.put("customer.field.city", text(city));
        texts.put("customer.field.address", text(address));
        texts.put("customer.field.website", text(website));
        texts.put("customer.field.birthday", text(birthday));
        texts.put("customer.field.acquiredOn", text(acquiredOn));
        texts.put("customer.field.externalId", text(externalId));
        texts.put("customer.field.needs", text(needs));
        texts.put("customer.field.about", text(about));
        return texts;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString().replace("\r\n", "\n").strip();
    }

    private static List<String> split(@Nullable String text, String separator) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(separator))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .map(Objects::requireNonNull)
                        .toList();
    }
}
