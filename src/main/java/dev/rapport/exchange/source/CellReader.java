package dev.rapport.exchange.source;

import dev.rapport.platform.Typed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns the text of a cell into a value of its field. */
final class CellReader {
    private static final int LINE_LENGTH = 500;
    private static final int NOTE_LENGTH = 100_000;
    private static final int SHOWN = 80;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");
    private static final Pattern CURRENCY = Pattern.compile("[A-Za-z]{3}");
    private static final BigDecimal LARGEST = new BigDecimal("1e15");

    private final Region region;
    private final DecimalSign decimal;
    private final Map<Field, DatePattern> dates;

    CellReader(Region region, DecimalSign decimal, Map<Field, DatePattern> dates) {
        this.region = region;
        this.decimal = decimal;
        this.dates = dates;
    }

    Object read(Field field, String text) {
        if (!Typed.isStorable(text)) {
            throw new BadCell(field, "exchange.row.characters", field.code());
        }
        int longest = field.type() == FieldType.NOTE || field.type().isList() ? NOTE_LENGTH : LINE_LENGTH;
        if (text.length() > longest) {
            throw new BadCell(field, "exchange.row.too-long", field.code(), longest);
        }
        return switch (field.type()) {
            case LINE -> text;
            // As notes from forms are stored.
            case NOTE -> text.replace("\r\n", "\n");
            case EMAIL -> matching(field, text, EMAIL, "exchange.row.email");
            case CURRENCY ->
                matching(field, text, CURRENCY, "exchange.row.currency").toUpperCase(Locale.ROOT);
            case COUNTRY -> country(field, text);
            case DAY -> pattern(field).day(text, region.zone()).orElseThrow(() -> badDate(field, text));
            case MOMENT -> pattern(field).moment(text, region.zone()).orElseThrow(() -> badDate(field, text));
            case TIME -> time(field, text);
            case MONEY -> number(field, text, 4);
            case RATE -> positive(field, text);
            case SCORE -> score(field, text);
            case STAGE, SURVEY, CONTACT, DIRECTION, PERSON, FLAG ->
                Words.code(field.type(), text)
                        .orElseThrow(() -> new BadCell(field, "exchange.row.choice", field.code(), shown(text)));
            case TAGS -> Lists.tags(text);
            case EMAILS -> emails(field, text);
            case PHONES -> Lists.phones(text);
        };
    }

    private DatePattern pattern(Field field) {
        return java.util.Objects.requireNonNull(dates.get(field));
    }

    private BadCell badDate(Field field, String text) {
        return new BadCell(
                field,
                "exchange.row.date",
                field.code(),
                shown(text),
                pattern(field).pattern());
    }

    private static String matching(Field field, String text, Pattern pattern, String key) {
        if (!pattern.matcher(text).matches()) {
            throw new BadCell(field, key, shown(text));
        }
        return text;
    }

    /** Programs print binary fractions such as 29.330000000000002; what lies beyond the stored digits is rounded off. */
    private BigDecimal number(Field field, String text, int scale) {
        BigDecimal number = decimal.parse(text)
                .orElseThrow(() -> new BadCell(field, "exchange.row.number", field.code(), shown(text)))
                .setScale(scale, RoundingMode.HALF_EVEN);
        if (number.abs().compareTo(LARGEST) >= 0) {
            throw new BadCell(field, "exchange.row.number-too-large", field.code(), shown(text));
        }
        return number;
    }

    private BigDecimal positive(Field field, String text) {
        BigDecimal number = number(field, text, 12);
        if (number.signum() <= 0 || number.compareTo(new BigDecimal("1e12")) >= 0) {
            throw new BadCell(field, "exchange.row.rate", shown(text));
        }
        return number;
    }

    private Integer score(Field field, String text) {
        BigDecimal number = decimal.parse(text)
                .filter(it -> it.stripTrailingZeros().scale() <= 0 && it.abs().compareTo(BigDecimal.TEN) <= 0)
                .orElseThrow(() -> new BadCell(field, "exchange.row.score", shown(text)));
        return number.intValueExact();
    }

    private static LocalTime time(Field field, String text) {
        try {
            return LocalTime.parse(text.length() == 4 ? "0" + text : text);
        } catch (DateTimeParseException e) {
            throw new BadCell(field, "exchange.row.time", shown(text));
        }
    }

    private static String country(Field field, String text) {
        return Countries.code(text).orElseThrow(() -> new BadCell(field, "exchange.row.country", shown(text)));
    }

    private static List<String> emails(Field field, String text) {
        List<String> emails = Lists.emails(text);
        emails.forEach(it -> matching(field, it, EMAIL, "exchange.row.email"));
        return emails;
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
