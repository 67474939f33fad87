package dev.rapport.metrics;

import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A business whose settings and whose today don't move. */
record FixedBusiness(
        LocalDate today, BigDecimal grossMargin, @Nullable Integer churnDays) implements BusinessSettings {

    static FixedBusiness on(String today) {
        return new FixedBusiness(LocalDate.parse(today), BigDecimal.valueOf(40), null);
    }

    @Override
    public String name() {
        return "Business";
    }

    @Override
    public Locale language() {
        return Locale.ENGLISH;
    }

    @Override
    public String country() {
        return "US";
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("USD");
    }

    @Override
    public ZoneId zone() {
        return ZoneOffset.UTC;
    }

    @Override
    public BigDecimal discountRate() {
        return BigDecimal.TEN;
    }

    @Override
    public int clvYears() {
        return 3;
    }
}
