package dev.rapport.purchase;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people type them: {@code 1,234.50}, {@code 1.234,50}, {@code 1 234,5}, {@code １２３４}. Both our languages write
 * the decimal point, so a lone comma before three digits sets thousands apart; a lone point before three digits could be
 * either and is asked about.
 */
public final class DecimalText {
    private static final Pattern GROUPED = Pattern.compile("\\d{1,3}([.,' ]\\d{3})+");
    private static final Pattern PLAIN = Pattern.compile("\\d{1,30}([.]\\d{1,30})?|[.]\\d{1,30}");
    private static final Pattern LONE_COMMA = Pattern.compile("[1-9]\\d{0,2},\\d{3}");
    private static final Pattern LONE_POINT = Pattern.compile("[1-9]\\d{0,2}[.]\\d{3}");

    private DecimalText() {}

    /** An amount of money; null when nothing was typed. */
    public static @Nullable BigDecimal amount(String field, @Nullable String typed) {
        String text = cleaned(typed);
        if (text.isEmpty()) {
            return null;
        }
        String digits = unsigned(text);
        if (LONE_POINT.matcher(digits).matches()) {
            throw new Refused(field, "purchase.refused.ambiguous", digits.replace(".", ""), digits + "0");
        }
        return signed(text, LONE_COMMA.matcher(digits).matches() ? digits.replace(",", "") : plain(digits), field);
    }

    /** A number without thousands, such as a rate: a comma is a decimal sign. Null when nothing was typed. */
    public static @Nullable BigDecimal rate(String field, @Nullable String typed) {
        String text = cleaned(typed);
        return text.isEmpty() ? null : signed(text, unsigned(text).replace(',', '.'), field);
    }

    /** Full-width digits and signs of Chinese input methods become plain ones, all kinds of blanks one. */
    private static String cleaned(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC)
                        .replace('−', '-')
                        .replace('。', '.')
                        .replace('’', '\'')
                        .replaceAll("\\s+", " ")
                        .strip();
    }

    private static String unsigned(String text) {
        return text.startsWith("-") || text.startsWith("+") ? text.substring(1).strip() : text;
    }

    /** Whatever sets thousands apart goes, the decimal sign becomes a point. */
    private static String plain(String digits) {
        int last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
        if (last < 0) {
            return GROUPED.matcher(digits).matches() ? withoutSigns(digits) : digits;
        }
        char sign = digits.charAt(last);
        if (digits.indexOf(sign) < last) {
            return GROUPED.matcher(digits).matches() && sameSign(digits) ? withoutSigns(digits) : digits;
        }
        String whole = digits.substring(0, last);
        boolean grouped = GROUPED.matcher(whole).matches() && whole.indexOf(sign) < 0 && sameSign(whole);
        return (grouped ? withoutSigns(whole) : whole) + "." + digits.substring(last + 1);
    }

    private static boolean sameSign(String digits) {
        return digits.replaceAll("\\d", "").chars().distinct().count() <= 1;
    }

    private static String withoutSigns(String digits) {
        return digits.replaceAll("[.,' ]", "");
    }

    private static BigDecimal signed(String text, String number, String field) {
        if (!PLAIN.matcher(number).matches()) {
            throw new Refused(field, "purchase.refused.number");
        }
        BigDecimal value = new BigDecimal(number);
        return text.startsWith("-") ? value.negate() : value;
    }
}
