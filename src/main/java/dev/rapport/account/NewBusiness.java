package dev.rapport.account;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/** What set-up asks for. Margin in percent of revenue, discount rate in percent a year. */
public record NewBusiness(
        String ownerEmail,
        String ownerPassword,
        String name,
        Locale language,
        String country,
        Currency currency,
        ZoneId zone,
        BigDecimal grossMargin,
        BigDecimal discountRate) {}
