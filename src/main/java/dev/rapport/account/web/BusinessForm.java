package dev.rapport.account.web;

import dev.rapport.account.BusinessService.Settings;
import dev.rapport.platform.Line;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

record BusinessForm(
        @NotNull Integer version,
        @Line @NotBlank(message = "{account.required}") String name,
        String language,
        String country,
        String currency,
        String zone,
        @NotBlank(message = "{account.required}") String margin,
        @NotBlank(message = "{account.required}") String rate,
        @NotBlank(message = "{account.required}") String clvYears,
        String churnDays) {

    private static final int MOST_YEARS = 50;
    private static final int MOST_DAYS = 3650;

    BusinessForm {
        name = Fields.line(name);
        language = Fields.line(language);
        country = Fields.line(country);
        currency = Fields.line(currency);
        zone = Fields.line(zone);
        margin = Fields.line(margin);
        rate = Fields.line(rate);
        clvYears = Fields.line(clvYears);
        churnDays = Fields.line(churnDays);
    }

    static BusinessForm of(Settings settings) {
        return new BusinessForm(
                settings.version(),
                settings.name(),
                settings.language().toLanguageTag(),
                settings.country(),
                settings.currency().getCurrencyCode(),
                settings.zone().getId(),
                plain(settings.grossMargin()),
                plain(settings.discountRate()),
                Integer.toString(settings.clvYears()),
                settings.churnDays() == null ? "" : settings.churnDays().toString());
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    Settings toSettings() {
        return new Settings(
                version,
                name,
                Fields.language("language", language),
                Fields.country("country", country),
                Fields.currency("currency", currency),
                Fields.zone("zone", zone),
                Fields.percent("margin", margin, 2),
                Fields.percent("rate", rate, 3),
                Fields.whole("clvYears", clvYears, 1, MOST_YEARS),
                days());
    }

    private @Nullable Integer days() {
        return churnDays.isEmpty() ? null : Integer.valueOf(Fields.whole("churnDays", churnDays, 1, MOST_DAYS));
    }
}
