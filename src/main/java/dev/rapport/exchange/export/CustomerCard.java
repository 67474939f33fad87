package dev.rapport.exchange.export;

import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import dev.rapport.exchange.convert.CardRow;
import dev.rapport.exchange.source.Field;
import ezvcard.VCard;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.Kind;
import ezvcard.property.Language;
import ezvcard.property.Organization;
import ezvcard.property.Telephone;
import ezvcard.property.Uid;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of {@link CustomersQuery} as a card that address books understand, with the rest of it in extensions. */
final class CustomerCard {
    private CustomerCard() {}

    static VCard of(ResultSet row) throws SQLException {
        var card = new VCard();
        card.setUid(new Uid(row.getString("customerKey")));
        card.setKind("COMPANY".equals(row.getString("kind")) ? Kind.org() : Kind.individual());
        card.setFormattedName(row.getString("name"));
        List<String> emails = all(row, "emails", "email");
        for (int i = 0; i < emails.size(); i++) {
            var email = new Email(emails.get(i));
            email.setPref(i == 0 ? 1 : null);
            card.addEmail(email);
        }
        List<String> phones = all(row, "phones", "phone");
        for (int i = 0; i < phones.size(); i++) {
            var phone = new Telephone(phones.get(i));
            phone.setPref(i == 0 ? 1 : null);
            card.addTelephoneNumber(phone);
        }
        String company = row.getString("company");
        if (company != null) {
            var organization = new Organization();
            organization.getValues().add(company);
            card.addOrganization(organization);
        }
        addRest(card, row);
        for (Field field : CardRow.EXTRA) {
            String value = text(row, field);
            if (value != null) {
                card.addExtendedProperty(CardRow.OURS + field.code(), VObjectPropertyValues.escape(value));
            }
        }
        return card;
    }

    private static void addRest(VCard card, ResultSet row) throws SQLException {
        if (row.getString("role") != null) {
            card.addTitle(row.getString("role"));
        }
        if (row.getString("language") != null) {
            card.addLanguage(new Language(row.getString("language")));
        }
        if (row.getString("website") != null) {
            card.addUrl(row.getString("website"));
        }
        if (row.getString("about") != null) {
            card.addNote(row.getString("about"));
        }
        LocalDate birthday = row.getObject("birthday", LocalDate.class);
        if (birthday != null) {
            card.setBirthday(new Birthday(birthday));
        }
        List<String> tags = texts(row, "tags");
        if (!tags.isEmpty()) {
            var categories = new Categories();
            categories.getValues().addAll(tags);
            card.setCategories(categories);
        }
        addAddress(card, row);
    }

    private static void addAddress(VCard card, ResultSet row) throws SQLException {
        var address = new Address();
        address.setStreetAddress(row.getString("address"));
        address.setLocality(row.getString("city"));
        String country = row.getString("country");
        address.setCountry(country == null ? null : new Locale("", country).getDisplayCountry(Locale.ENGLISH));
        if (row.getString("address") != null || row.getString("city") != null || country != null) {
            card.addAddress(address);
        }
    }

    private static @Nullable String text(ResultSet row, Field field) throws SQLException {
        if (field == Field.ARCHIVED) {
            return row.getBoolean(field.code()) ? "true" : null;
        }
        Object value =
                field == Field.ACQUIRED_ON ? row.getObject(field.code(), LocalDate.class) : row.getString(field.code());
        return value == null ? null : value.toString();
    }

    private static List<String> all(ResultSet row, String several, String main) throws SQLException {
        List<String> all = texts(row, several);
        String first = row.getString(main);
        return !all.isEmpty() || first == null ? all : List.of(first);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
