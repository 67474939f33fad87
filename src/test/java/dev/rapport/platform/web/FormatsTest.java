package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class FormatsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final Formats english = in(Locale.ENGLISH, "USD");
    private final Formats chinese = in(Locale.SIMPLIFIED_CHINESE, "CNY");

    private static Formats in(Locale locale, String currency) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("i18n/platform/messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Formats(locale, new FixedSettings(TODAY, currency), messages);
    }

    @Test
    void writesDaysAsEachLanguageDoes() {
        assertThat(english.date(TODAY)).isEqualTo("23 Nov 2026");
        assertThat(chinese.date(TODAY)).isEqualTo("2026年11月23日");
        assertThat(english.longDate(TODAY)).isEqualTo("Monday 23 November");
        assertThat(chinese.longDate(TODAY)).isEqualTo("11月23日 星期一");
        assertThat(english.month(YearMonth.of(2026, 11))).isEqualTo("Nov 2026");
        assertThat(chinese.month(YearMonth.of(2026, 11))).isEqualTo("2026年11月");
    }

    @Test
    void leavesTheYearOutOnlyWithinThisYear() {
        assertThat(english.shortDate(LocalDate.of(2026, 10, 2))).isEqualTo("2 Oct");
        assertThat(english.shortDate(LocalDate.of(2025, 10, 2))).isEqualTo("2 Oct 2025");
        assertThat(chinese.shortDate(LocalDate.of(2026, 10, 2))).isEqualTo("10月2日");
    }

    @Test
    void showsMomentsInTheFoundersZone() {
        Instant moment = Instant.parse("2026-11-22T23:30:00Z");
        assertThat(english.moment(moment)).isEqualTo("23 Nov 2026, 00:30");
        assertThat(chinese.moment(moment)).isEqualTo("2026年11月23日 00:30");
        assertThat(english.day(moment)).isEqualTo("23 Nov 2026");
        assertThat(english.time(moment)).isEqualTo("00:30");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, today, 今天",
        "2026-11-22, yesterday, 昨天",
        "2026-11-24, tomorrow, 明天",
        "2026-10-20, 34 days ago, 34 天前",
        "2026-11-27, in 4 days, 4 天后",
        "2026-08-20, 3 months ago, 3 个月前",
        "2027-06-23, in 7 months, 7 个月后",
        "2023-11-23, 3 years ago, 3 年前",
        "2029-11-23, in 3 years, 3 年后"
    })
    void tellsHowLongAgo(LocalDate day, String inEnglish, String inChinese) {
        assertThat(english.ago(day)).isEqualTo(inEnglish);
        assertThat(chinese.ago(day)).isEqualTo(inChinese);
    }

    @Test
    void namesTheHourOfToday() {
        Instant moment = Instant.parse("2026-11-23T14:00:00Z");
        assertThat(english.ago(moment)).isEqualTo("today, 15:00");
        assertThat(chinese.ago(moment)).isEqualTo("今天 15:00");
    }

    @Test
    void writesMoneyWithTheFractionsOfItsCurrency() {
        BigDecimal amount = new BigDecimal("1234.5");
        assertThat(english.money(amount)).isEqualTo("$1,234.50");
        assertThat(english.money(amount, "JPY")).isEqualTo("¥1,235");
        assertThat(english.money(amount, "EUR")).isEqualTo("€1,234.50");
        assertThat(english.money(new BigDecimal("-3"))).isEqualTo("-$3.00");
        assertThat(english.wholeMoney(amount)).isEqualTo("$1,235");
        assertThat(chinese.money(amount)).isEqualTo("¥1,234.50");
        assertThat(chinese.money(amount, "USD")).isEqualTo("US$1,234.50");
    }

    @Test
    void shortensMoney() {
        assertThat(english.compactMoney(new BigDecimal("214300"))).isEqualTo("$214.3K");
        assertThat(chinese.compactMoney(new BigDecimal("214300"))).isEqualTo("¥21.4万");
        assertThat(english.compactMoney(new BigDecimal("-1200"))).isEqualTo("-$1.2K");
    }

    @Test
    void writesNumbersAndShares() {
        assertThat(english.number(12345)).isEqualTo("12,345");
        assertThat(english.number(new BigDecimal("2.6667"))).isEqualTo("2.67");
        assertThat(english.number(3, 1)).isEqualTo("3.0");
        assertThat(english.percent(86.24)).isEqualTo("86.2%");
        assertThat(chinese.percent(new BigDecimal("86"))).isEqualTo("86%");
        assertThat(english.signed(3.14, 1)).isEqualTo("+3.1");
        assertThat(english.signed(-0.4, 1)).isEqualTo("-0.4");
        assertThat(english.signed(-0.04, 1)).isEqualTo("0");
    }

    @Test
    void writesADashForWhatIsNotThere() {
        assertThat(english.date(null)).isEqualTo("–");
        assertThat(english.moment(null)).isEqualTo("–");
        assertThat(english.money(null)).isEqualTo("–");
        assertThat(english.percent(null)).isEqualTo("–");
        assertThat(english.ago((Instant) null)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({"-5, 0", "0, 0", "4.9, 0", "5, 1", "86.2, 9", "100, 10", "140, 10"})
    void mapsAPercentageToAStepOfTheHeatMap(double percent, int step) {
        assertThat(english.heat(percent)).isEqualTo(step);
    }

    @ParameterizedTest
    @CsvSource({
        "Marta Bianchi, MB",
        "marta, M",
        "Anna Maria van der Berg, AB",
        "张伟, 张",
        "O’Neill-Smith, OS",
        "😀 Zoë, Z",
        "😀, ?",
        "'', ?"
    })
    void takesInitialsOfAnyName(String name, String initials) {
        assertThat(english.initials(name)).isEqualTo(initials);
    }
}
