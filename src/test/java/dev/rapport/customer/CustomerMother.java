package dev.rapport.customer;

import java.time.LocalDate;
import java.util.List;

/** Valid customers, one word apart. */
public final class CustomerMother {
    public static final LocalDate MARCH = LocalDate.of(2026, 3, 2);

    private CustomerMother() {}

    public static CustomerProfile named(String name) {
        return profile(name, null, null);
    }

    public static CustomerProfile of(String name, String company) {
        return profile(name, null, company);
    }

    public static CustomerProfile known(String name, String externalId) {
        return profile(name, externalId, null);
    }

    private static CustomerProfile profile(String name, String externalId, String company) {
        return new CustomerProfile(
                CustomerKind.PERSON,
                name,
                externalId,
                company,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                MARCH,
                List.of(),
                null,
                null);
    }
}
