package dev.rapport.platform.web;

import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A business in Berlin whose day stands still. */
record FixedSettings(LocalDate today, String code) implements BusinessSettings {
    @Override
    public String name() {
        return "Studio Lin";
    }

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public String country() {
        return "DE";
    }

    @Override
    public Currency currency() {
        return Currency.getInstance(code);
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Europe/Berlin");
    }

    @Override
    public BigDecimal grossMargin() {
        return new BigDecimal("60");
    }

    @Override
    public BigDecimal discountRate() {
        return BigDecimal.TEN;
    }

    @Override
    public int clvYears() {
        return 3;
    }

    @Override
    public @Nullable Integer churnDays() {
        return null;
    }
}
