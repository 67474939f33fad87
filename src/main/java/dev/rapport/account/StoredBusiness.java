package dev.rapport.account;

import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Reads the row of the business at most once in ten seconds: another instance may have changed it. */
@Component
class StoredBusiness implements BusinessSettings {
    private static final long KEPT = Duration.ofSeconds(10).toNanos();
    private static final Row BEFORE_SET_UP = new Row(
            "", "en", "US", "USD", "UTC", BusinessDefaults.GROSS_MARGIN, BusinessDefaults.DISCOUNT_RATE, 3, null);
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile @Nullable Reading last;

    private record Row(
            String name,
            String language,
            String country,
            String currency,
            String timeZone,
            BigDecimal grossMargin,
            BigDecimal discountRate,
            int clvYears,
            @Nullable Integer churnDays) {}

    private record Reading(Row row, ZoneId zone, long at) {}

    StoredBusiness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
    void on(BusinessChanged event) {
        last = null;
    }

    /** Whether the business was set up; asked of the database every time until it was. */
    boolean isSetUp() {
        return row() != BEFORE_SET_UP;
    }

    private Row row() {
        return reading().row();
    }

    private Reading reading() {
        Reading known = last;
        if (known != null && System.nanoTime() - known.at() < KEPT) {
            return known;
        }
        long now = System.nanoTime();
        Row row = jdbc.sql("""
                        SELECT name, language, country, currency, time_zone, gross_margin, discount_rate, clv_years, churn_days
                        FROM business""").query(Row.class).optional().orElse(BEFORE_SET_UP);
        Reading read = new Reading(row, ZoneId.of(row.timeZone()), now);
        if (row != BEFORE_SET_UP) {
            last = read;
        }
        return read;
    }

    @Override
    public String name() {
        return row().name();
    }

    @Override
    public Locale language() {
        return Locale.forLanguageTag(row().language());
    }

    @Override
    public String country() {
        return row().country();
    }

    @Override
    public Currency currency() {
        return Currency.getInstance(row().currency());
    }

    @Override
    public ZoneId zone() {
        return reading().zone();
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock.withZone(zone()));
    }

    @Override
    public BigDecimal grossMargin() {
        return row().grossMargin();
    }

    @Override
    public BigDecimal discountRate() {
        return row().discountRate();
    }

    @Override
    public int clvYears() {
        return row().clvYears();
    }

    @Override
    public @Nullable Integer churnDays() {
        return row().churnDays();
    }
}
