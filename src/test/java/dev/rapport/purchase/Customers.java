package dev.rapport.purchase;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import java.time.LocalDate;
import java.util.List;

/** Somebody to sell to. */
final class Customers {
    private Customers() {}

    static long register(CustomerService customers, String name) {
        CustomerProfile profile = new CustomerProfile(
                CustomerKind.PERSON,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                LocalDate.of(2024, 1, 1),
                List.of(),
                null,
                null);
        return customers
                .register(profile, Contacts.NONE, LifecycleStage.PURCHASE)
                .id();
    }
}
