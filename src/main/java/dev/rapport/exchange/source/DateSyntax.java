package dev.rapport.exchange.source;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a day with a time behind it may look like, in one order of day, month and year. */
final class DateSyntax {
    private static final LocalDate TWO_DIGIT_YEARS_FROM = LocalDate.of(1950, 1, 1);
    private static final Pattern HALF_OF_DAY = Pattern.compile("\\s*(上午|凌晨|早上|中午|下午|晚上)\\s*([0-9:]+)");
    private static final Set<String> MORNINGS = Set.of("上午", "早上", "凌晨");
    private static final Pattern CLOCK =
            Pattern.compile("([0-9]{1,2})[时時点點]\\s*(?:([0-9]{1,2})分?)?\\s*(?:([0-9]{1,2})秒)?");

    private DateSyntax() {}

    static DateTimeFormatter formatter(String pattern) {
        var builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        appendDay(builder, pattern);
        return builder.appendPattern("[[','][' ']h:mm[:ss][' ']a]")
                .optionalStart()
                .appendPattern("['T'][','][' ']H:mm")
                .optionalStart()
                .appendPattern(":ss")
                .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                .optionalEnd()
                .appendPattern("[' '][XXX][XX][X]")
                .optionalEnd()
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Wide figures as narrow ones, and Chinese times as the formatter knows them: 下午2:30 is 2:30 PM, 14时30分 is 14:30. */
    static String plain(String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            ascii = text.charAt(i) < 0x80;
        }
        if (ascii) {
            return text;
        }
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String clock = CLOCK.matcher(narrow).replaceAll(DateSyntax::digits);
        return HALF_OF_DAY.matcher(clock).replaceAll(DateSyntax::halfOfDay);
    }

    private static String digits(MatchResult time) {
        return time.group(1) + ":" + twoDigits(time.group(2))
                + (time.group(3) == null ? "" : ":" + twoDigits(time.group(3)));
    }

    private static String twoDigits(@Nullable String number) {
        return number == null ? "00" : number.length() < 2 ? "0" + number : number;
    }

    /** Some write 下午14:30: the hour tells then. */
    private static String halfOfDay(MatchResult time) {
        String clock = time.group(2);
        int hour = Integer.parseInt(
                clock.substring(0, Math.max(1, clock.indexOf(':'))).replace(":", ""));
        if (hour == 0 || hour > 12) {
            return " " + Matcher.quoteReplacement(clock);
        }
        boolean morning = MORNINGS.contains(time.group(1));
        return " " + Matcher.quoteReplacement(clock) + (morning ? " AM" : " PM");
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
