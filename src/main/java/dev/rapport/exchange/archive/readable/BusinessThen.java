package dev.rapport.exchange.archive.readable;

import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The business as the snapshot has it: what names, days and money need. */
record BusinessThen(String name, Locale language, String country, Currency currency, ZoneId zone, LocalDate today)
        implements BusinessSettings {

    static BusinessThen read(Connection connection, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT name, language, country, currency, time_zone FROM business")) {
            if (!row.next()) {
                ZoneId zone = ZoneId.of("UTC");
                return new BusinessThen(
                        "", Locale.ENGLISH, "US", Currency.getInstance("USD"), zone, LocalDate.ofInstant(now, zone));
            }
            ZoneId zone = ZoneId.of(row.getString(5));
            return new BusinessThen(
                    row.getString(1),
                    Locale.forLanguageTag(row.getString(2)),
                    row.getString(3),
                    Currency.getInstance(row.getString(4)),
                    zone,
                    LocalDate.ofInstant(now, zone));
        }
    }

    @Override
    public BigDecimal grossMargin() {
        return BigDecimal.ZERO;
    }

    @Override
    public BigDecimal discountRate() {
        return BigDecimal.ZERO;
    }

    @Override
    public int clvYears() {
        return 0;
    }

    @Override
    public @Nullable Integer churnDays() {
        return null;
    }
}
