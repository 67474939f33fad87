package dev.rapport.account.web;

import dev.rapport.account.BusinessDefaults;
import dev.rapport.account.EmailAddress;
import dev.rapport.account.NewBusiness;
import dev.rapport.platform.Line;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;

/** What the set-up page asks; percentages as typed. */
record SetUpForm(
        @Line
        @NotBlank(message = "{account.required}")
        @Pattern(regexp = EmailAddress.TYPED, message = "{account.email.invalid}")
        String email,

        @NotBlank(message = "{account.required}") String password,
        @Line @NotBlank(message = "{account.required}") String name,
        String language,
        String country,
        String currency,
        String zone,
        @NotBlank(message = "{account.required}") String margin,
        @NotBlank(message = "{account.required}") String rate,
        String code) {

    SetUpForm {
        email = Fields.line(email);
        password = Fields.asTyped(password);
        name = Fields.line(name);
        language = Fields.line(language);
        country = Fields.line(country);
        currency = Fields.line(currency);
        zone = Fields.line(zone);
        margin = Fields.line(margin);
        rate = Fields.line(rate);
        code = Fields.line(code);
    }

    /** Proposed from the browser's languages; the page's script knows better by the time zone. */
    static SetUpForm proposed(Locale reader, Locale browser) {
        String country = browser.getCountry().length() == 2 ? browser.getCountry() : "";
        if (country.isEmpty()) {
            country = reader.getLanguage().equals("zh") ? "CN" : "US";
        }
        String currency = Choices.currencyOf(country);
        return new SetUpForm(
                "",
                "",
                "",
                reader.toLanguageTag(),
                country,
                currency.isEmpty() ? "USD" : currency,
                TimeZones.mainOf(country).orElse("UTC"),
                BusinessDefaults.GROSS_MARGIN.toPlainString(),
                BusinessDefaults.DISCOUNT_RATE.toPlainString(),
                "");
    }

    NewBusiness toNewBusiness() {
        return new NewBusiness(
                email,
                password,
                name,
                Fields.language("language", language),
                Fields.country("country", country),
                Fields.currency("currency", currency),
                Fields.zone("zone", zone),
                Fields.percent("margin", margin, 2),
                Fields.percent("rate", rate, 3));
    }
}
