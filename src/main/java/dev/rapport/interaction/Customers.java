package dev.rapport.interaction;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.BusinessSettings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whom an interaction is with. */
@Component
class Customers {
    private final CustomerService service;
    private final BusinessSettings business;
    private final CustomerRecords records;

    Customers(CustomerService service, BusinessSettings business, CustomerRecords records) {
        this.service = service;
        this.business = business;
        this.records = records;
    }

    void require(long id) {
        records.require(id);
    }

    /** A person of whom nothing but the name is known yet. */
    long make(String name) {
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
                business.today(),
                List.of(),
                null,
                null);
        return service.register(profile, Contacts.NONE, LifecycleStage.AWARENESS)
                .id();
    }
}
