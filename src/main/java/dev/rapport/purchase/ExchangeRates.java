package dev.rapport.purchase;

import dev.rapport.platform.BulkChanges;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import dev.rapport.platform.Tracked;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The rates on file, entered by the founder; nothing is fetched. */
@Service
@Transactional
public class ExchangeRates {
    /** How old a rate may be to stand in for a day that has none. */
    static final int DAYS_BACK = 7;

    static final Tracked RATE = Tracked.of("exchange-rate").with("exchange_rate", "t.id = :id");
    private final JdbcClient jdbc;
    private final BulkChanges changes;
    private final ChangeLog log;
    private final BusinessSettings business;

    ExchangeRates(JdbcClient jdbc, BulkChanges changes, ChangeLog log, BusinessSettings business) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.log = log;
        this.business = business;
    }

    /** Base units for one unit of the currency: that day's rate, else the latest of the seven days before. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> on(String currency, LocalDate day) {
        return isBase(currency)
                ? Optional.of(BigDecimal.ONE)
                : onFile(currency, day).map(DayRate::rate);
    }

    /** The same with the day that it was entered for; none for the base currency. */
    @Transactional(readOnly = true)
    public Optional<DayRate> onFile(String currency, LocalDate day) {
        return jdbc.sql("""
                        SELECT on_day AS day, currency, rate FROM exchange_rate
                        WHERE currency = :currency AND on_day BETWEEN :day - :back AND :day
                        ORDER BY on_day DESC LIMIT 1""")
                .param("currency", currency)
                .param("day", day)
                .param("back", DAYS_BACK)
                .query(DayRate.class)
                .optional();
    }

    /** The rate that a purchase keeps: the given one, else the one on file. */
    BigDecimal forPurchase(String currency, LocalDate day, @Nullable BigDecimal given) {
        if (given == null) {
            return on(currency, day)
                    .orElseThrow(
                            () -> new Refused("rate", "purchase.refused.no-rate", currency, base(), day.toString()));
        }
        if (isBase(currency) && given.compareTo(BigDecimal.ONE) != 0) {
            throw new Refused("rate", "purchase.refused.base-rate", currency);
        }
        return given;
    }

    /**
     * Stores rates by currency and day; of two for the same day the later holds.
     *
     * @return the logged change of all of them
     */
    public long put(Collection<DayRate> rates) {
        rates.forEach(rate -> {
            if (isBase(currency("currency", rate.currency()))) {
                throw new Refused("currency", "purchase.refused.base-rate", base());
            }
        });
        Map<String, Object> given = Map.of(
                "currencies",
                rates.stream()
                        .map(rate -> currency("currency", rate.currency()))
                        .toArray(String[]::new),
                "days",
                rates.stream()
                        .map(rate -> Figures.day("day", rate.day()).toString())
                        .toArray(String[]::new),
                "rates",
                rates.stream().map(rate -> Figures.rate(rate.rate())).toArray(BigDecimal[]::new));
        String content = "{\"bulk\": [{\"id\": 1, \"verb\": \"RATES\", \"value\": \"\", \"count\": %d}]}"
                .formatted(rates.size());
        return changes.change(
                        RATE,
                        Action.CHANGED,
                        content,
                        """
                        SELECT coalesce(r.id, nextval(pg_get_serial_sequence('exchange_rate', 'id'))) AS entity_id,
                               NULL::bigint AS customer_id, currency, on_day, g.rate
                        FROM (SELECT DISTINCT ON (currency, on_day) currency, on_day, rate
                              FROM unnest(:currencies, CAST(:days AS date[]), :rates) WITH ORDINALITY AS given (currency, on_day, rate, n)
                              ORDER BY currency, on_day, n DESC) g
                        LEFT JOIN exchange_rate r USING (currency, on_day)""",
                        given,
                        () -> jdbc.sql("""
                                INSERT INTO exchange_rate (id, currency, on_day, rate)
                                SELECT entity_id, currency, on_day, rate FROM bulk_change
                                ON CONFLICT (currency, on_day) DO UPDATE SET rate = EXCLUDED.rate""").update())
                .changeId();
    }

    /** @return the logged change; empty when there was no such rate */
    public OptionalLong remove(String currency, LocalDate day) {
        Long id = jdbc.sql("SELECT id FROM exchange_rate WHERE currency = :currency AND on_day = :day")
                .param("currency", currency)
                .param("day", day)
                .query(Long.class)
                .optional()
                .orElse(null);
        if (id == null) {
            return OptionalLong.empty();
        }
        ChangeLog.Pending change = log.before(RATE, id, null);
        jdbc.sql("DELETE FROM exchange_rate WHERE id = :id").param("id", id).update();
        return OptionalLong.of(change.deleted());
    }

    /** Latest first. */
    @Transactional(readOnly = true)
    public Slice<DayRate> latest(int limit, @Nullable Cursor after) {
        String[] place =
                after == null ? new String[] {"9999-12-31", ""} : after.value().split(" ", 2);
        return Slice.of(
                jdbc.sql("""
                                SELECT on_day AS day, currency, rate FROM exchange_rate
                                WHERE (on_day, currency) < (:day, :currency)
                                ORDER BY on_day DESC, currency DESC LIMIT :limit""")
                        .param("day", day(place[0]))
                        .param("currency", place[place.length - 1])
                        .param("limit", limit + 1)
                        .query(DayRate.class)
                        .list(),
                limit,
                rate -> new Cursor(rate.day() + " " + rate.currency(), 0));
    }

    /** Those that a rate was ever entered for. */
    @Transactional(readOnly = true)
    public List<String> currencies() {
        return jdbc.sql("SELECT DISTINCT currency FROM exchange_rate ORDER BY currency")
                .query(String.class)
                .list();
    }

    private static LocalDate day(String place) {
        try {
            return LocalDate.parse(place);
        } catch (DateTimeParseException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }

    /** The ISO 4217 code in capitals; null means the base currency. */
    String currency(String field, @Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return base();
        }
        try {
            return Currency.getInstance(typed.strip().toUpperCase(Locale.ROOT)).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new Refused(field, "purchase.refused.currency");
        }
    }

    private boolean isBase(String currency) {
        return currency.equals(base());
    }

    private String base() {
        return business.currency().getCurrencyCode();
    }
}
