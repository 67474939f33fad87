package dev.rapport.exchange;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.exchange.source.Field;
import dev.rapport.exchange.source.StagedRow;
import dev.rapport.platform.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A row with how its e-mail and phone compare. Refuses what no customer can have; a task may be nobody's. */
record StagedPerson(
        StagedRow row,
        @Nullable String emailNormalized,
        @Nullable String phoneNormalized,
        @Nullable List<String> emailsNormalized,
        @Nullable List<String> phonesNormalized) {

    static StagedPerson of(StagedRow row, UnaryOperator<String> phones, LocalDate today) {
        String email = row.text(Field.EMAIL);
        String phone = row.text(Field.PHONE);
        Optional<String> named = Stream.of(
                        Field.NAME, Field.COMPANY, Field.EMAIL, Field.PHONE, Field.EXTERNAL_ID, Field.CUSTOMER_KEY)
                .map(row::text)
                .filter(Objects::nonNull)
                .findFirst();
        if (named.isEmpty()) {
            return new StagedPerson(row, null, null, null, null);
        }
        check(row, named.get(), today);
        List<String> emails = list(row, Field.EMAILS);
        List<String> phoneNumbers = list(row, Field.PHONES);
        new Contacts(with(email, emails), with(phone, phoneNumbers));
        return new StagedPerson(
                row,
                email == null ? null : Contacts.normalizedEmail(email),
                phone == null ? null : phones.apply(phone),
                emails.isEmpty()
                        ? null
                        : emails.stream().map(Contacts::normalizedEmail).toList(),
                phoneNumbers.isEmpty()
                        ? null
                        : phoneNumbers.stream().map(phones).toList());
    }

    private static void check(StagedRow row, String name, LocalDate today) {
        LocalDate birthday = (LocalDate) row.get(Field.BIRTHDAY);
        if (birthday != null && birthday.isAfter(today)) {
            throw new Refused("birthday", "customer.refused.future");
        }
        LocalDate acquiredOn = (LocalDate) row.get(Field.ACQUIRED_ON);
        new CustomerProfile(
                CustomerKind.PERSON,
                name,
                row.text(Field.EXTERNAL_ID),
                row.text(Field.COMPANY),
                row.text(Field.ROLE),
                row.text(Field.SOURCE),
                row.text(Field.LANGUAGE),
                row.text(Field.COUNTRY),
                row.text(Field.CITY),
                row.text(Field.ADDRESS),
                row.text(Field.WEBSITE),
                birthday,
                acquiredOn == null ? today : acquiredOn,
                list(row, Field.TAGS),
                row.text(Field.NEEDS),
                row.text(Field.ABOUT));
    }

    private static List<String> with(@Nullable String first, List<String> others) {
        if (others.isEmpty()) {
            return first == null ? List.of() : List.of(first);
        }
        return Stream.concat(Stream.ofNullable(first), others.stream()).toList();
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(StagedRow row, Field field) {
        Object values = row.get(field);
        return values == null ? List.of() : (List<String>) values;
    }
}
