package dev.rapport.exchange.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day as spreadsheets count it: 46349 is 23 November 2026, 46349.5 its noon. */
final class SerialDay {
    /** What a spreadsheet calls day 0; it takes 1900 for a leap year, so days before March 1900 are off. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final Pattern SHAPE = Pattern.compile("[0-9]{5}([.,][0-9]{1,16})?");
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private SerialDay() {}

    /** Empty outside of the years from 1950 to 2149: other numbers of five digits aren't meant as days. */
    static Optional<LocalDateTime> read(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(text.replace(',', '.'));
        LocalDate day = EPOCH.plusDays(number.longValue());
        if (day.getYear() < 1950 || day.getYear() >= 2150) {
            return Optional.empty();
        }
        long seconds = number.remainder(BigDecimal.ONE)
                .multiply(SECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        return Optional.of(day.atStartOfDay().plusSeconds(seconds));
    }
}
