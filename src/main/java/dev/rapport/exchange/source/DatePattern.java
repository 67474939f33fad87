package dev.rapport.exchange.source;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One way of writing a day, with or without a time behind it. */
public final class DatePattern {
    private static final LocalDate TWO_DIGIT_YEARS_FROM = LocalDate.of(1950, 1, 1);

    /** What detection tries, in the order that decides between equals. */
    static final List<DatePattern> KNOWN = List.of(
                    "yyyyMMdd",
                    "yyyy-MM-dd",
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
                    "MMM d, yyyy")
            .stream()
            .map(DatePattern::of)
            .toList();

    private final String pattern;
    private final DateTimeFormatter formatter;

    private DatePattern(String pattern, DateTimeFormatter formatter) {
        this.pattern = pattern;
        this.formatter = formatter;
    }

    public static DatePattern of(String pattern) {
        try {
            return new DatePattern(pattern, formatter(pattern));
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

    private Optional<TemporalAccessor> parsed(String text) {
        var position = new ParsePosition(0);
        // Detection asks of many patterns that don't fit: this way of asking throws nothing.
        if (formatter.parseUnresolved(text, position) == null || position.getIndex() < text.length()) {
            return Optional.empty();
        }
        try {
            TemporalAccessor parsed = formatter.parse(text);
            int year = parsed.get(ChronoField.YEAR);
            return year >= 1900 && year <= 2199 ? Optional.of(parsed) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean hasOffset(TemporalAccessor parsed) {
        return parsed.isSupported(ChronoField.INSTANT_SECONDS);
    }

    private static DateTimeFormatter formatter(String pattern) {
        var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        appendDay(builder, pattern);
        return builder.appendPattern("[[' ']h:mm[:ss][' ']a]")
                .optionalStart()
                .appendPattern("['T'][' ']H:mm")
                .optionalStart()
                .appendPattern(":ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .optionalEnd()
                .appendPattern("[' '][XXX][XX][X]")
                .optionalEnd()
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Day and month may come with one digit or two, except where nothing stands between them. */
    private static void appendDay(DateTimeFormatterBuilder builder, String pattern) {
        boolean packed = pattern.equals("yyyyMMdd");
        String lenient = packed ? pattern : pattern.replaceFirst("^dd", "d").replaceFirst("([^d])dd", "$1d");
        lenient = packed ? lenient : lenient.replaceFirst("(?<!M)MM(?!M)", "M");
        int year = lenient.indexOf('y');
        if (year < 0) {
            throw new IllegalArgumentException(pattern);
        }
        int end = lenient.lastIndexOf('y') + 1;
        builder.appendPattern(lenient.substring(0, year));
        if (end - year == 2) {
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, TWO_DIGIT_YEARS_FROM);
        } else {
            builder.appendValue(ChronoField.YEAR, 4);
        }
        builder.appendPattern(lenient.substring(end));
    }
}
