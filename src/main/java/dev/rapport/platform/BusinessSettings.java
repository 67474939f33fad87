package dev.rapport.platform;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the whole program needs to know of the business. Before set-up: English, UTC, US dollars. */
public interface BusinessSettings {
    String name();

    Locale language();

    /** ISO 3166 two-letter code; phone numbers without a prefix are read as this country's. */
    String country();

    /** The base currency: reports are in it. */
    Currency currency();

    ZoneId zone();

    /** Today in {@link #zone()}. */
    LocalDate today();

    /** Percent of revenue, 0..100: the margin of a purchase that has neither a cost nor a product with one. */
    BigDecimal grossMargin();

    /** Percent a year. */
    BigDecimal discountRate();

    /** Horizon of the discounted customer lifetime value, in years. */
    int clvYears();

    /** Days without a purchase after which a customer counts as churned; null: by each customer's own rhythm. */
    @Nullable
    Integer churnDays();
}
