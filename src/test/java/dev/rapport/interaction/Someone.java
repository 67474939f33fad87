package dev.rapport.interaction;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import java.time.LocalDate;
import java.util.List;

/** Customers for tests: nothing but a name. */
public final class Someone {
    private Someone() {}

    public static long named(String name, CustomerService customers) {
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
                LocalDate.of(2026, 1, 1),
                List.of(),
                null,
                null);
        return customers
                .register(profile, Contacts.NONE, LifecycleStage.AWARENESS)
                .id();
    }
}
