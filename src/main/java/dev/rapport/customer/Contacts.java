package dev.rapport.customer;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** E-mail addresses and phone numbers as typed, the main one first. */
public record Contacts(List<String> emails, List<String> phones) {
    public static final Contacts NONE = new Contacts(List.of(), List.of());
    private static final Pattern EMAIL = Pattern.compile("[^\\s@,;]+@[^\\s@,;]+");
    private static final int LENGTH = 500;
    private static final int MOST = 50;

    public Contacts {
        emails = cleaned("email", emails);
        phones = cleaned("phone", phones);
        if (!emails.stream().allMatch(email -> EMAIL.matcher(email).matches())) {
            throw new Refused("email", "customer.refused.email");
        }
        if (phones.stream().anyMatch(phone -> PhoneNumbers.digits(phone).isEmpty())) {
            throw new Refused("phone", "customer.refused.phone");
        }
    }

    public static Contacts of(@Nullable String email, @Nullable String phone) {
        return new Contacts(email == null ? List.of() : List.of(email), phone == null ? List.of() : List.of(phone));
    }

    /** How an e-mail address compares. */
    public static String normalizedEmail(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static List<String> cleaned(String field, List<String> typed) {
        List<String> lines = typed.stream()
                .map(Typed::line)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .distinct()
                .toList();
        if (lines.size() > MOST) {
            throw new Refused(field, "customer.refused.contacts", MOST);
        }
        for (String line : lines) {
            if (line.length() > LENGTH) {
                throw new Refused(field, "customer.refused.long", LENGTH);
            }
            if (!Typed.isStorable(line)) {
                throw new Refused(field, "platform.refused.characters");
            }
        }
        return lines;
    }
}
