package dev.rapport.customer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds customers who have the same e-mail address or phone number: a warning, for families and offices share theirs. */
@Component
@Transactional(readOnly = true)
public class CustomerDuplicates {

    /** @param value the address or number as the other customer has it */
    public record Duplicate(long id, String name, @Nullable String company, String value) {}

    private static final int MOST = 5;
    private final JdbcClient jdbc;
    private final PhoneNumbers phones;

    CustomerDuplicates(JdbcClient jdbc, PhoneNumbers phones) {
        this.jdbc = jdbc;
        this.phones = phones;
    }

    /** @param self who is left out, null for a new customer */
    public List<Duplicate> of(Contacts contacts, @Nullable Long self) {
        List<String> normalized = new ArrayList<>();
        contacts.emails().forEach(email -> normalized.add(Contacts.normalizedEmail(email)));
        contacts.phones().forEach(phone -> normalized.add(phones.normalized(phone)));
        if (normalized.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT DISTINCT ON (c.id) c.id, c.name, c.company, p.value
                        FROM contact_point p JOIN customer c ON c.id = p.customer_id
                        WHERE p.normalized = ANY(:normalized) AND c.id <> :self ORDER BY c.id, p.position LIMIT :most""")
                .param("normalized", normalized.toArray(String[]::new))
                .param("self", self == null ? -1 : self)
                .param("most", MOST)
                .query(Duplicate.class)
                .list();
    }
}
