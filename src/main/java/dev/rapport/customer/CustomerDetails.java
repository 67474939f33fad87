package dev.rapport.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Everything that stands on a customer's own rows. */
public record CustomerDetails(
        long id,
        int version,
        CustomerProfile profile,
        Contacts contacts,
        LifecycleStage stage,
        Instant createdAt,
        @Nullable Instant archivedAt,
        Summary summary) {

    /** Worth, mood, last contact and what is next, as the facts' modules sum them up. Money is in the base currency. */
    public record Summary(
            @Nullable LocalDate firstPurchaseOn,
            @Nullable LocalDate lastPurchaseOn,
            int purchases,
            BigDecimal revenue,
            int interactions,
            @Nullable Instant firstContactAt,
            @Nullable Instant lastContactAt,
            @Nullable String lastSurvey,
            @Nullable Integer lastScore,
            @Nullable LocalDate lastAnsweredOn,
            @Nullable Long nextTaskId,
            @Nullable String nextTaskTitle,
            @Nullable LocalDate nextTaskOn) {}

    public String name() {
        return profile.name();
    }

    public boolean isArchived() {
        return archivedAt != null;
    }

    /** Where the website leads, null where it isn't one: nothing but http is ever linked. */
    public @Nullable String websiteLink() {
        String website = profile.website();
        if (website == null || website.codePoints().anyMatch(Character::isWhitespace)) {
            return null;
        }
        if (website.matches("(?i)https?://.+")) {
            return website;
        }
        return website.matches("[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+([/?#].*)?") ? "https://" + website : null;
    }

    public @Nullable String countryName(Locale locale) {
        return profile.country() == null ? null : new Locale("", profile.country()).getDisplayCountry(locale);
    }

    public @Nullable String languageName(Locale locale) {
        if (profile.language() == null) {
            return null;
        }
        String name = Locale.forLanguageTag(profile.language()).getDisplayName(locale);
        return name.isEmpty() ? profile.language() : name;
    }
}
