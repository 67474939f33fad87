package dev.rapport.customer.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerDetails.Summary;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.LifecycleStage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as the API gives it, with the sums of what happened. Money is in the base currency. */
record CustomerJson(
        long id,
        String name,
        CustomerKind kind,
        @Nullable String company,
        @Nullable String role,
        @Nullable String email,
        List<String> emails,
        @Nullable String phone,
        List<String> phones,
        LifecycleStage stage,
        @Nullable String source,
        @Nullable String language,
        @Nullable String country,
        @Nullable String city,
        @Nullable String address,
        @Nullable String website,
        @Nullable LocalDate birthday,
        LocalDate acquiredOn,
        List<String> tags,
        @Nullable String externalId,
        @Nullable String needs,
        @Nullable String about,
        boolean archived,
        Instant createdAt,
        @Nullable LocalDate firstPurchaseOn,
        @Nullable LocalDate lastPurchaseOn,
        int purchases,
        BigDecimal revenue,
        int interactions,
        @Nullable Instant lastContactAt,
        @Nullable String lastSurvey,
        @Nullable Integer lastScore,
        @Nullable LocalDate lastAnsweredOn,
        @Nullable String nextTaskTitle,
        @Nullable LocalDate nextTaskOn) {

    static CustomerJson of(CustomerDetails customer) {
        CustomerProfile profile = customer.profile();
        Summary summary = customer.summary();
        return new CustomerJson(
                customer.id(),
                profile.name(),
                profile.kind(),
                profile.company(),
                profile.role(),
                first(customer.contacts().emails()),
                customer.contacts().emails(),
                first(customer.contacts().phones()),
                customer.contacts().phones(),
                customer.stage(),
                profile.source(),
                profile.language(),
                profile.country(),
                profile.city(),
                profile.address(),
                profile.website(),
                profile.birthday(),
                profile.acquiredOn(),
                profile.tags(),
                profile.externalId(),
                profile.needs(),
                profile.about(),
                customer.isArchived(),
                customer.createdAt(),
                summary.firstPurchaseOn(),
                summary.lastPurchaseOn(),
                summary.purchases(),
                summary.revenue(),
                summary.interactions(),
                summary.lastContactAt(),
                summary.lastSurvey(),
                summary.lastScore(),
                summary.lastAnsweredOn(),
                summary.nextTaskTitle(),
                summary.nextTaskOn());
    }

    private static @Nullable String first(List<String> values) {
        return values.isEmpty() ? null : values.get(0);
    }
}
