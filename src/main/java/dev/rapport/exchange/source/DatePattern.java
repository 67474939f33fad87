package dev.rapport.exchange.source;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One way of writing a day, with or without a time behind it. */
public final class DatePattern {
    /** The name of the count of days by which spreadsheets store dates. */
    static final String SERIAL = "excel";

    static final String STANDARD = "yyyy-MM-dd";

    /** What detection tries, in the order that decides between equals. */
    static final List<DatePattern> KNOWN = List.of(
                    "yyyyMMdd",
                    STANDARD,
                    "yyyy/M/d",
                    "yyyy.M.d",
                    "yyyy年M月d日",
                    "dd.MM.yyyy",
                    "d/M/yyyy",
                    "M/d/yyyy",
                    "d-M-yyyy",
                    "M-d-yyyy",
                    "dd.MM.yy",
                    "d/M/yy",
                    "M/d/yy",
                    "d MMM yyyy",
                    "d-MMM-yyyy",
                    "MMM d, yyyy",
                    SERIAL)
            .stream()
            .map(DatePattern::of)
            .toList();

    private final String pattern;
    private final @Nullable DayOrder order;
    private final @Nullable DateTimeFormatter formatter;

    private DatePattern(String pattern, @Nullable DayOrder order, @Nullable DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.order = order;
        this.formatter = formatter;
    }

    public static DatePattern of(String pattern) {
        try {
            return pattern.equals(SERIAL)
                    ? new DatePattern(pattern, null, null)
                    : new DatePattern(pattern, DayOrder.of(pattern), DateSyntax.formatter(pattern));
        } catch (IllegalArgumentException e) {
            throw new UnreadableFile(Reason.of("dateFormat", "exchange.file.date-format", pattern));
        }
    }

    /** The patterns that detection knows. */
    public static List<String> known() {
        return KNOWN.stream().map(DatePattern::pattern).toList();
    }

    public String pattern() {
        return pattern;
    }

    /** Whether any number may be one: then only the column's name tells that dates are meant. */
    boolean looksLikeANumber() {
        return formatter == null;
    }

    boolean reads(String text) {
        return parsed(text).isPresent();
    }

    /** The day meant; a moment with an offset is taken to the zone first. */
    Optional<LocalDate> day(String text, ZoneId zone) {
        return parsed(text)
                .map(it -> hasOffset(it) ? Instant.from(it).atZone(zone).toLocalDate() : LocalDate.from(it));
    }

    /** The moment meant; without an offset it is the zone's, without a time the start of the day. */
    Optional<Instant> moment(String text, ZoneId zone) {
        return parsed(text).map(it -> {
            if (hasOffset(it)) {
                return Instant.from(it);
            }
            LocalTime time = it.isSupported(ChronoField.SECOND_OF_DAY) ? LocalTime.from(it) : LocalTime.MIN;
            return LocalDate.from(it).atTime(time).atZone(zone).toInstant();
        });
    }

    private Optional<? extends TemporalAccessor> parsed(String text) {
        LocalDate plainDay = order == null ? null : order.read(text);
        if (plainDay != null) {
            return inRange(plainDay);
        }
        return formatter == null ? SerialDay.read(text) : parsed(DateSyntax.plain(text), formatter);
    }

    private Optional<TemporalAccessor> parsed(String text, DateTimeFormatter formatter) {
        var position = new ParsePosition(0);
        // Detection asks of many patterns that don't fit: this way of asking throws nothing.
        if (formatter.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            return inRange(formatter.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Other orders than the standard's could be numbers of another meaning. */
    private Optional<TemporalAccessor> inRange(TemporalAccessor parsed) {
        int year = parsed.get(ChronoField.YEAR);
        boolean near = year >= 1900 && year <= 2199;
        return near || pattern.equals(STANDARD) ? Optional.of(parsed) : Optional.empty();
    }

    private static boolean hasOffset(TemporalAccessor parsed) {
        return parsed.isSupported(ChronoField.INSTANT_SECONDS);
    }
}
