package dev.rapport.customer;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person types about a customer. Making one cleans it and refuses what no customer can have, so every door (page, API,
 * import) applies the same rules.
 *
 * @param country ISO 3166 two-letter code
 * @param language BCP 47 tag of the language that the customer is spoken to in
 */
@Embeddable
public record CustomerProfile(
        @Enumerated(EnumType.STRING) CustomerKind kind,
        String name,
        @Nullable String externalId,
        @Nullable String company,
        @Nullable String role,
        @Nullable String source,
        @Nullable String language,
        @Nullable String country,
        @Nullable String city,
        @Nullable String address,
        @Nullable String website,
        @Nullable LocalDate birthday,
        LocalDate acquiredOn,
        List<String> tags,
        @Nullable String needs,
        @Nullable String about) {
    private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));
    private static final int LINE = 500;
    private static final int NOTE = 100_000;

    public CustomerProfile {
        String named = line("name", name);
        if (named == null) {
            throw new Refused("name", "customer.refused.name");
        }
        name = named;
        externalId = line("externalId", externalId);
        company = line("company", company);
        role = line("role", role);
        source = line("source", source);
        language = fits("language", Typed.line(language), 35);
        country = Typed.line(country);
        if (country != null) {
            country = country.toUpperCase(Locale.ROOT);
            if (!COUNTRIES.contains(country)) {
                throw new Refused("country", "customer.refused.country");
            }
        }
        city = line("city", city);
        address = line("address", address);
        website = line("website", website);
        requireYear("birthday", birthday);
        requireYear("acquiredOn", acquiredOn);
        tags = tags.stream().map(CustomerProfile::tag).distinct().toList();
        needs = fits("needs", Typed.note(needs), NOTE);
        about = fits("about", Typed.note(about), NOTE);
    }

    private static String tag(String text) {
        String tag = line("tags", text);
        if (tag == null || tag.indexOf(',') >= 0 || tag.indexOf('\n') >= 0) {
            throw new Refused("tags", "customer.refused.tag");
        }
        return tag;
    }

    private static @Nullable String line(String field, @Nullable String text) {
        return fits(field, Typed.line(text), LINE);
    }

    private static @Nullable String fits(String field, @Nullable String text, int length) {
        if (text != null && text.length() > length) {
            throw new Refused(field, "customer.refused.long", length);
        }
        if (text != null && !Typed.isStorable(text)) {
            throw new Refused(field, "platform.refused.characters");
        }
        return text;
    }

    private static void requireYear(String field, @Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1 || day.getYear() > 9999)) {
            throw new Refused(field, "customer.refused.day");
        }
    }
}
