package dev.rapport.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The one row of what the business is and what its figures rest on. */
@Entity
class Business {
    static final short ID = 1;

    @Id
    private short id = ID;

    @Version
    private int version;

    private String name;
    private String language;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String country;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String currency;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "gross_margin")
    private BigDecimal grossMargin;

    @Column(name = "discount_rate")
    private BigDecimal discountRate;

    @Column(name = "clv_years")
    private short clvYears = 3;

    @Column(name = "churn_days")
    private @Nullable Integer churnDays;

    Business(
            String name,
            Locale language,
            String country,
            Currency currency,
            ZoneId zone,
            BigDecimal grossMargin,
            BigDecimal discountRate) {
        this.name = name;
        this.language = language.toLanguageTag();
        this.country = country;
        this.currency = currency.getCurrencyCode();
        this.timeZone = zone.getId();
        this.grossMargin = grossMargin;
        this.discountRate = discountRate;
    }

    @SuppressWarnings({"NullAway", "unused"})
    protected Business() {}

    BusinessService.Settings settings() {
        return new BusinessService.Settings(
                version,
                name,
                Locale.forLanguageTag(language),
                country,
                Currency.getInstance(currency),
                ZoneId.of(timeZone),
                grossMargin,
                discountRate,
                clvYears,
                churnDays);
    }

    void change(BusinessService.Settings wanted) {
        name = wanted.name();
        language = wanted.language().toLanguageTag();
        country = wanted.country();
        currency = wanted.currency().getCurrencyCode();
        timeZone = wanted.zone().getId();
        grossMargin = wanted.grossMargin();
        discountRate = wanted.discountRate();
        clvYears = (short) wanted.clvYears();
        churnDays = wanted.churnDays();
    }

    boolean hasVersion(int seen) {
        return version == seen;
    }
}
