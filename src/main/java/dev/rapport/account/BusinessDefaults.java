package dev.rapport.account;

import java.math.BigDecimal;

/** What set-up proposes where nobody has said otherwise. */
public final class BusinessDefaults {
    /** Percent of revenue: between trade (about 40) and services (about 80). */
    public static final BigDecimal GROSS_MARGIN = new BigDecimal("60");

    /** Percent a year. */
    public static final BigDecimal DISCOUNT_RATE = new BigDecimal("10");

    private BusinessDefaults() {}
}
