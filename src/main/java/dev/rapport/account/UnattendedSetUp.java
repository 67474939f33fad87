package dev.rapport.account;

import dev.rapport.platform.Refused;
import dev.rapport.platform.StartRefused;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up from the environment while there is no owner, before the first request can come in. */
@Component
class UnattendedSetUp implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(UnattendedSetUp.class);
    private final Environment environment;
    private final SetUp setUp;
    private final ApiTokens tokens;
    private final TransactionTemplate transaction;

    UnattendedSetUp(Environment environment, SetUp setUp, ApiTokens tokens, TransactionTemplate transaction) {
        this.environment = environment;
        this.setUp = setUp;
        this.tokens = tokens;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String email = value("RAPPORT_OWNER_EMAIL");
        String password = environment.getProperty("RAPPORT_OWNER_PASSWORD");
        if (email == null && password == null) {
            return;
        }
        if (setUp.isDone()) {
            LOG.info("RAPPORT_OWNER_EMAIL and what belongs to it are ignored: Rapport is set up already");
            return;
        }
        if (email == null || password == null) {
            throw refused("RAPPORT_OWNER_EMAIL and RAPPORT_OWNER_PASSWORD", "must be given together");
        }
        transaction.executeWithoutResult(status -> run(email, password));
        LOG.info("Set up for {} from the environment", email);
    }

    private void run(String email, String password) {
        String token = value("RAPPORT_API_TOKEN");
        if (token != null && !token.matches("[\\x21-\\x7e]{32,128}")) {
            throw refused("RAPPORT_API_TOKEN", "must be 32 to 128 printable ASCII characters");
        }
        if (!EmailAddress.isValid(email)) {
            throw refused("RAPPORT_OWNER_EMAIL", "is no e-mail address");
        }
        try {
            long owner = setUp.run(wanted(email, password));
            if (token != null) {
                tokens.store(owner, "RAPPORT_API_TOKEN", token);
            }
        } catch (Refused e) {
            throw refused("RAPPORT_OWNER_PASSWORD", "must be 12 to 128 characters and not a common password");
        }
    }

    private NewBusiness wanted(String email, String password) {
        String language = value("RAPPORT_LANGUAGE", "en");
        if (!Set.of("en", "zh-CN").contains(language)) {
            throw refused("RAPPORT_LANGUAGE", "must be en or zh-CN");
        }
        Locale locale = Locale.forLanguageTag(language);
        String country = value("RAPPORT_COUNTRY", "US").toUpperCase(Locale.ROOT);
        if (!Set.of(Locale.getISOCountries()).contains(country)) {
            throw refused("RAPPORT_COUNTRY", "must be a two-letter country code such as US");
        }
        return new NewBusiness(
                email,
                password,
                "Rapport",
                locale,
                country,
                currency(value("RAPPORT_CURRENCY", "USD")),
                zone(value("RAPPORT_TIME_ZONE", "UTC")),
                BusinessDefaults.GROSS_MARGIN,
                BusinessDefaults.DISCOUNT_RATE);
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw refused("RAPPORT_CURRENCY", "must be a three-letter currency code such as USD");
        }
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw refused("RAPPORT_TIME_ZONE", "must be a time zone such as Europe/Rome");
        }
    }

    private String value(String name, String otherwise) {
        String value = value(name);
        return value == null ? otherwise : value;
    }

    private @Nullable String value(String name) {
        String value = environment.getProperty(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static StartRefused refused(String name, String rule) {
        return new StartRefused(name + " " + rule);
    }
}
