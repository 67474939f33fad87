package dev.rapport.interaction;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.BusinessSettings;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom an interaction is with. */
@Component
class Customers {
    private final CustomerService service;
    private final BusinessSettings business;
    private final JdbcClient jdbc;

    Customers(CustomerService service, BusinessSettings business, JdbcClient jdbc) {
        this.service = service;
        this.business = business;
        this.jdbc = jdbc;
    }

    boolean isMissing(long id) {
        return jdbc.sql("SELECT NOT EXISTS (SELECT FROM customer WHERE id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
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
