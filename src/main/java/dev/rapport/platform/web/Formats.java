package dev.rapport.platform.web;

import dev.rapport.platform.BusinessSettings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Writes dates, money and numbers as the reader's language has them; moments in the founder's zone. Null is a dash. */
public final class Formats {
    private static final String NONE = "–";
    // Making one takes longer than using it. There are as many as ways to write a day, in each language.
    private static final Map<DayStyle, DateTimeFormatter> DAYS = new ConcurrentHashMap<>();
    private final Locale locale;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final boolean chinese;
    /** A page writes hundreds of numbers of few kinds. */
    private final Map<String, NumberFormat> made = new HashMap<>();

    private record DayStyle(Locale locale, String pattern) {}

    /** What is written depends on this beside the language. */
    record Basis(ZoneId zone, LocalDate today, Currency currency) {}

    public Formats(Locale locale, BusinessSettings business, MessageSource messages) {
        this.locale = locale;
        this.business = business;
        this.messages = messages;
        this.chinese = locale.getLanguage().equals("zh");
    }

    Basis basis() {
        return new Basis(zone(), today(), business.currency());
    }

    public ZoneId zone() {
        return business.zone();
    }

    public LocalDate today() {
        return business.today();
    }

    /** 23 Nov 2026, 2026年11月23日 */
    public String date(@Nullable LocalDate day) {
        return pattern(day, "d MMM uuuu", "uuuu年M月d日");
    }

    /** The same without the year where it is this one. */
    public String shortDate(@Nullable LocalDate day) {
        return day != null && day.getYear() == today().getYear() ? pattern(day, "d MMM", "M月d日") : date(day);
    }

    /** Monday 23 November, 11月23日 星期一 */
    public String longDate(@Nullable LocalDate day) {
        return pattern(day, "EEEE d MMMM", "M月d日 EEEE");
    }

    public String month(@Nullable YearMonth month) {
        return pattern(month, "MMM uuuu", "uuuu年M月");
    }

    /** 23 Nov 2026, 15:04 */
    public String moment(@Nullable Instant moment) {
        return pattern(local(moment), "d MMM uuuu, HH:mm", "uuuu年M月d日 HH:mm");
    }

    public String time(@Nullable Instant moment) {
        return pattern(local(moment), "HH:mm", "HH:mm");
    }

    public String day(@Nullable Instant moment) {
        return moment == null ? NONE : date(dayOf(moment));
    }

    public String shortDay(@Nullable Instant moment) {
        return moment == null ? NONE : shortDate(dayOf(moment));
    }

    /** today, 15:00 · yesterday · 34 days ago */
    public String ago(@Nullable Instant moment) {
        if (moment == null) {
            return NONE;
        }
        LocalDate day = dayOf(moment);
        return day.equals(today()) ? text("format.today.at", time(moment)) : ago(day);
    }

    /** Days up to about three months, then months, then years; also ahead. */
    public String ago(@Nullable LocalDate day) {
        if (day == null) {
            return NONE;
        }
        LocalDate today = today();
        long days = ChronoUnit.DAYS.between(day, today);
        long far = Math.abs(days);
        String way = days < 0 ? "ahead" : "ago";
        if (far <= 1) {
            return text(days == 0 ? "format.today" : days > 0 ? "format.yesterday" : "format.tomorrow");
        }
        if (far <= 90) {
            return text("format.days." + way, far);
        }
        long months = Math.abs(ChronoUnit.MONTHS.between(day, today));
        return months < 24 ? text("format.months." + way, months) : text("format.years." + way, months / 12);
    }

    public String money(@Nullable BigDecimal amount) {
        return money(amount, business.currency());
    }

    public String money(@Nullable BigDecimal amount, @Nullable String currency) {
        return money(amount, currency == null ? business.currency() : Currency.getInstance(currency));
    }

    private String money(@Nullable BigDecimal amount, Currency currency) {
        return money(amount, currency, currency.getDefaultFractionDigits());
    }

    /** Without fractions, for figures of which only the size matters. */
    public String wholeMoney(@Nullable BigDecimal amount) {
        return money(amount, business.currency(), 0);
    }

    private String money(@Nullable BigDecimal amount, Currency currency, int digits) {
        if (amount == null) {
            return NONE;
        }
        synchronized (made) {
            return made.computeIfAbsent(currency.getCurrencyCode() + digits, missing -> {
                        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
                        format.setCurrency(currency);
                        return rounding(format, digits, digits);
                    })
                    .format(amount);
        }
    }

    /** $214.3K, ¥21.4万 */
    public String compactMoney(@Nullable BigDecimal amount) {
        if (amount == null) {
            return NONE;
        }
        NumberFormat compact = NumberFormat.getCompactNumberInstance(locale, NumberFormat.Style.SHORT);
        compact.setMaximumFractionDigits(1);
        compact.setRoundingMode(RoundingMode.HALF_UP);
        String sign = amount.signum() < 0 ? "-" : "";
        // Compact formats lose the fraction of a BigDecimal.
        return sign
                + business.currency().getSymbol(locale)
                + compact.format(amount.abs().doubleValue());
    }

    public String currencySymbol() {
        return business.currency().getSymbol(locale);
    }

    /** 312 KB, 14.2 MB: thousands of 1000, as file managers count. */
    public String bytes(long bytes) {
        String[] units = {"KB", "MB", "GB", "TB"};
        int unit = 0;
        double value = bytes / 1000.0;
        for (; value >= 1000 && unit < units.length - 1; unit++) {
            value /= 1000;
        }
        return decimals(Math.max(value, 0.1), 0, value < 100 ? 1 : 0) + " " + units[unit];
    }

    /** 4 s, 2 min 5 s */
    public String duration(Duration time) {
        long seconds = Math.max(1, time.plusMillis(500).toSeconds());
        return seconds < 60 ? text("format.seconds", seconds) : text("format.minutes", seconds / 60, seconds % 60);
    }

    /** As many decimals as it needs, two at most. */
    public String number(@Nullable Number value) {
        return decimals(value, 0, 2);
    }

    public String number(@Nullable Number value, int digits) {
        return decimals(value, digits, digits);
    }

    /** +3.1, -0.4, 0 */
    public String signed(@Nullable Number value, int digits) {
        String text = decimals(value, 0, digits);
        return value != null && value.doubleValue() > 0 && !text.equals("0") ? "+" + text : text;
    }

    /** Of a value 0..100, with one decimal at most. */
    public String percent(@Nullable Number value) {
        return percent(value, 1);
    }

    public String percent(@Nullable Number value, int digits) {
        return value == null ? NONE : decimals(value, 0, digits) + "%";
    }

    /** The step 0..10 of a heat map's cell, for a value 0..100. */
    public int heat(@Nullable Number percent) {
        return percent == null ? 0 : (int) Math.max(0, Math.min(10, Math.round(percent.doubleValue() / 10)));
    }

    /** MB for Marta Bianchi, 张 for 张伟: what stands in the round face beside a name. */
    public String initials(@Nullable String name) {
        return Initials.of(name);
    }

    private String decimals(@Nullable Number value, int min, int max) {
        if (value == null) {
            return NONE;
        }
        synchronized (made) {
            String text = made.computeIfAbsent(
                            min + "." + max, missing -> rounding(NumberFormat.getNumberInstance(locale), min, max))
                    .format(value);
            return text.equals("-0") ? "0" : text;
        }
    }

    private static NumberFormat rounding(NumberFormat format, int min, int max) {
        format.setMinimumFractionDigits(min);
        format.setMaximumFractionDigits(max);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format;
    }

    private LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone());
    }

    private @Nullable ZonedDateTime local(@Nullable Instant moment) {
        return moment == null ? null : moment.atZone(zone());
    }

    private String pattern(@Nullable TemporalAccessor value, String english, String inChinese) {
        return value == null
                ? NONE
                : DAYS.computeIfAbsent(new DayStyle(locale, chinese ? inChinese : english), Formats::format)
                        .format(value);
    }

    private static DateTimeFormatter format(DayStyle style) {
        return DateTimeFormatter.ofPattern(style.pattern, style.locale);
    }

    private String text(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
