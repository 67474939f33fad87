package dev.rapport.exchange.source;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the values of one column look like. */
final class ColumnContent {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9(][0-9 ()./-]{6,18}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]+");
    private static final int LOOKED_AT = 100;

    private final List<String> values;

    ColumnContent(List<String> values) {
        this.values = values.size() > LOOKED_AT ? values.subList(0, LOOKED_AT) : values;
    }

    boolean isEmail() {
        return most(it -> EMAIL.matcher(it).matches());
    }

    boolean isPhone() {
        return most(it -> PHONE.matcher(it).matches()) && !isDate() && distinct() * 2 > values.size();
    }

    boolean isDate() {
        return most(
                it -> DatePattern.KNOWN.stream().anyMatch(pattern -> !pattern.looksLikeANumber() && pattern.reads(it)));
    }

    boolean isNumber() {
        return most(DecimalSign::looksNumeric);
    }

    boolean isDecimal() {
        return isNumber() && values.stream().anyMatch(it -> DecimalSign.evidence(it) != 0);
    }

    boolean isWholeBetween(int low, int high) {
        return most(it -> WHOLE.matcher(it).matches()
                && it.length() < 4
                && Integer.parseInt(it) >= low
                && Integer.parseInt(it) <= high);
    }

    /** Numbers with leading zeros, all of one length or long, or codes that hardly repeat: made to tell things apart. */
    boolean isIdentifier() {
        boolean padded = values.stream().anyMatch(it -> it.length() > 1 && it.startsWith("0"));
        boolean whole = most(it -> WHOLE.matcher(it).matches());
        return whole && (padded || distinct() > values.size() * 0.3)
                || !isNumber() && values.stream().noneMatch(it -> it.length() > 40) && hasDigits();
    }

    boolean isText() {
        return !values.isEmpty() && most(it -> it.codePoints().anyMatch(Character::isLetter)) && !isEmail();
    }

    /** Whether some of the values are words for a choice, or there are none to judge by. */
    boolean knows(FieldType type) {
        return values.isEmpty()
                || values.stream()
                                        .filter(it -> Words.code(type, it).isPresent())
                                        .count()
                                * 2
                        >= values.size();
    }

    boolean isOneOf(Set<String> words) {
        return most(it -> words.contains(HeaderNames.key(it)));
    }

    private boolean hasDigits() {
        return most(it -> it.chars().anyMatch(Character::isDigit));
    }

    private long distinct() {
        return values.stream().distinct().count();
    }

    private boolean most(Predicate<String> test) {
        return !values.isEmpty() && values.stream().filter(test).count() >= values.size() * 0.9;
    }
}
