package dev.rapport.exchange.convert;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.Lists;
import dev.rapport.exchange.source.PersonName;
import ezvcard.VCard;
import ezvcard.property.DateOrTimeProperty;
import ezvcard.property.Email;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a card says of its customer. Of what it has no room for our own cards carry more, under names with {@link #OURS}. */
public final class CardRow {
    public static final String OURS = "X-RAPPORT-";

    /** What stands on our cards beside what every card has. */
    public static final List<Field> EXTRA =
            List.of(Field.EXTERNAL_ID, Field.STAGE, Field.SOURCE, Field.ACQUIRED_ON, Field.NEEDS, Field.ARCHIVED);

    /** Some phones write a birthday without a year so. */
    private static final int NO_YEAR = 1604;

    private CardRow() {}

    static boolean isGroup(VCard card) {
        RawProperty apple = card.getExtendedProperty("X-ADDRESSBOOKSERVER-KIND");
        return card.getKind() != null && card.getKind().isGroup()
                || apple != null && "group".equalsIgnoreCase(apple.getValue());
    }

    static Map<Field, String> of(VCard card) {
        var row = new EnumMap<Field, String>(Field.class);
        put(
                row,
                Field.CUSTOMER_KEY,
                card.getUid() == null ? null : card.getUid().getValue());
        put(row, Field.NAME, name(card));
        put(row, Field.PERSON_OR_COMPANY, isCompany(card) ? "COMPANY" : card.getKind() == null ? null : "PERSON");
        put(row, Field.EMAILS, Lists.ofContacts(emails(card)));
        put(row, Field.PHONES, Lists.ofContacts(phones(card)));
        put(row, Field.COMPANY, company(card));
        put(row, Field.ROLE, first(Stream.concat(card.getTitles().stream(), card.getRoles().stream())));
        put(row, Field.LANGUAGE, first(card.getLanguages().stream()));
        put(row, Field.WEBSITE, first(card.getUrls().stream()));
        put(row, Field.BIRTHDAY, birthday(card.getBirthday()));
        put(row, Field.TAGS, tags(card));
        put(row, Field.ABOUT, notes(card));
        CardAddress.put(row, card.getAddresses());
        for (Field field : EXTRA) {
            RawProperty extra = card.getExtendedProperty(OURS + field.code());
            if (extra != null) {
                put(row, field, VObjectPropertyValues.unescape(extra.getValue()));
            }
        }
        return row;
    }

    private static @Nullable String name(VCard card) {
        String full = first(card.getFormattedNames().stream());
        StructuredName parts = card.getStructuredName();
        if (full != null || parts == null) {
            return full != null ? full : company(card);
        }
        String made = PersonName.of(parts.getGiven(), parts.getFamily());
        return made != null && !made.isBlank() ? made : company(card);
    }

    private static boolean isCompany(VCard card) {
        RawProperty apple = card.getExtendedProperty("X-ABShowAs");
        return card.getKind() != null && card.getKind().isOrg()
                || apple != null && "COMPANY".equalsIgnoreCase(apple.getValue());
    }

    private static List<String> emails(VCard card) {
        return card.getEmails().stream()
                .sorted(Comparator.comparingInt(CardRow::preference))
                .map(Email::getValue)
                .filter(it -> it != null && !it.isBlank())
                .toList();
    }

    private static List<String> phones(VCard card) {
        return card.getTelephoneNumbers().stream()
                .sorted(Comparator.comparingInt(CardRow::preference))
                .map(CardRow::phone)
                .filter(it -> it != null && !it.isBlank())
                .map(Objects::requireNonNull)
                .toList();
    }

    private static @Nullable String phone(Telephone phone) {
        return phone.getUri() == null ? phone.getText() : phone.getUri().getNumber();
    }

    /** Old cards mark the preferred one with a type, newer ones number them. */
    private static int preference(VCardProperty contact) {
        boolean marked = contact.getParameters("TYPE").stream()
                .flatMap(it -> Arrays.stream(it.split(",")))
                .anyMatch(it -> it.equalsIgnoreCase("pref"));
        Integer number = contact.getParameters().getPref();
        return marked ? 0 : number == null ? Integer.MAX_VALUE : number;
    }

    private static @Nullable String company(VCard card) {
        return card.getOrganization() == null
                ? null
                : card.getOrganization().getValues().stream()
                        .filter(it -> it != null && !it.isBlank())
                        .collect(Collectors.joining(", "));
    }

    private static @Nullable String birthday(@Nullable DateOrTimeProperty birthday) {
        if (birthday == null
                || birthday.getDate() == null
                || !birthday.getDate().isSupported(ChronoField.EPOCH_DAY)) {
            return null;
        }
        LocalDate day = LocalDate.from(birthday.getDate());
        return day.getYear() == NO_YEAR ? null : day.toString();
    }

    /** Our tags hold no commas: one that does is several. */
    private static String tags(VCard card) {
        return Lists.ofTags(card.getCategoriesList().stream()
                .flatMap(it -> it.getValues().stream())
                .toList());
    }

    private static String notes(VCard card) {
        return card.getNotes().stream()
                .map(TextProperty::getValue)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n\n"));
    }

    private static @Nullable String first(Stream<? extends TextProperty> properties) {
        return properties
                .map(TextProperty::getValue)
                .filter(it -> it != null && !it.isBlank())
                .findFirst()
                .orElse(null);
    }

    private static void put(Map<Field, String> row, Field field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            row.put(field, value);
        }
    }
}
