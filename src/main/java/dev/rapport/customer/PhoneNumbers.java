package dev.rapport.customer;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.rapport.platform.BusinessSettings;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Phone numbers as digits that compare: +39 02 5550 118, 0039 02 5550118 and, in Italy, 02 5550 118 are the same. */
@Component
public class PhoneNumbers {
    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final BusinessSettings business;

    PhoneNumbers(BusinessSettings business) {
        this.business = business;
    }

    /** E.164 without the plus; where it is no possible number, the digits alone: empty when there are none. */
    public String normalized(String typed) {
        return normalized(typed, business.country());
    }

    /** The same for many, with the country as it is now: asks nothing of a database that is busy taking rows. */
    public UnaryOperator<String> normalizer() {
        String country = business.country();
        return typed -> normalized(typed, country);
    }

    private String normalized(String typed, String country) {
        try {
            PhoneNumber number = numbers.parse(typed, country);
            if (numbers.isPossibleNumber(number)) {
                return numbers.format(number, PhoneNumberFormat.E164).substring(1);
            }
        } catch (NumberParseException e) {
            // Not a number that the world knows: an extension, a short code, a mistake. It is kept as typed.
        }
        return digits(typed);
    }

    static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints()
                .map(c -> Character.isDigit(c) ? Character.digit(c, 10) : -1)
                .filter(d -> d >= 0)
                .forEach(digits::append);
        return digits.toString();
    }
}
