package dev.rapport.exchange.convert;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.jspecify.annotations.Nullable;

/** What stands in a cell, dates as people would write them: a workbook stores them as counts of days with a format. */
final class SheetCell {
    /** Quoted text, colours and conditions, and single escaped characters say nothing about what is shown. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    /** What spreadsheets call day 0, except for the few files that count from 1904. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);

    private final LocalDate dayZero;

    SheetCell(boolean since1904) {
        this.dayZero = since1904 ? LocalDate.of(1904, 1, 1) : EPOCH;
    }

    String text(Cell cell) {
        String raw = Objects.requireNonNullElse(cell.getRawValue(), "");
        return switch (cell.getType()) {
            case EMPTY, ERROR -> "";
            case STRING -> Objects.requireNonNullElse(cell.asString(), "");
            case BOOLEAN -> raw.equals("1") || raw.equalsIgnoreCase("true") ? "true" : "false";
            case NUMBER, FORMULA -> NUMBER.matcher(raw).matches() ? number(cell, raw) : raw;
        };
    }

    private String number(Cell cell, String raw) {
        var number = new BigDecimal(raw);
        boolean date = isDate(cell.getDataFormatId(), cell.getDataFormatString());
        if (date && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0) {
            return moment(number);
        }
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String moment(BigDecimal days) {
        long seconds = days.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValue();
        LocalDateTime moment = dayZero.atStartOfDay().plusSeconds(seconds);
        if (days.compareTo(BigDecimal.ONE) < 0 && seconds > 0) {
            return moment.toLocalTime().toString();
        }
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? moment.toLocalDate().toString()
                : moment.toString().replace('T', ' ');
    }

    /** The numbers of formats that come with Excel, some of them only with its Chinese, Japanese or Korean one; else the letters. */
    static boolean isDate(@Nullable Integer id, @Nullable String format) {
        if (id != null
                && (id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58)) {
            return true;
        }
        if (format == null || format.equalsIgnoreCase("general")) {
            return false;
        }
        String bare = ASIDE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.chars().anyMatch(it -> it == 'y' || it == 'd' || it == 'h')
                || bare.contains("mm")
                || bare.contains("年");
    }
}
