package dev.rapport.purchase;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rates as pasted: a line each, {@code 2026-03-05,EUR,1.0834}, also between semicolons or tabs, a header above or not. */
public final class RateText {
    private RateText() {}

    public static List<DayRate> parse(String text) {
        List<DayRate> rates = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            boolean header = number == 1 && line.toLowerCase(Locale.ROOT).startsWith("date");
            if (!line.isBlank() && !header) {
                rates.add(parse(line, number));
            }
        }
        if (rates.isEmpty()) {
            throw new Refused("lines", "purchase.refused.no-rates");
        }
        return rates;
    }

    private static DayRate parse(String line, int number) {
        String separator = line.contains("\t") ? "\t" : line.contains(";") ? ";" : ",";
        String[] cells = line.strip().split(separator, 3);
        if (cells.length < 3) {
            throw wrong(number);
        }
        try {
            BigDecimal rate = DecimalText.rate("lines", cells[2]);
            if (rate == null) {
                throw wrong(number);
            }
            return new DayRate(
                    Figures.day("lines", LocalDate.parse(cells[0].strip().replace('/', '-'))),
                    cells[1].strip().toUpperCase(Locale.ROOT),
                    Figures.rate(rate));
        } catch (DateTimeParseException | Refused e) {
            throw wrong(number);
        }
    }

    private static Refused wrong(int number) {
        return new Refused("lines", "purchase.refused.rate-line", number);
    }
}
