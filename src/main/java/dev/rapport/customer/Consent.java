package dev.rapport.customer;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A customer allowed something, or took it back. Never changed once stored: the latest of a purpose holds. */
@Entity
class Consent {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long customerId;
    private String purpose;
    private boolean given;
    private LocalDate happenedOn;
    private String how;
    private @Nullable String wording;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Consent() {}

    Consent(long customerId, ConsentEntry entry, Instant createdAt) {
        this.customerId = customerId;
        this.purpose = required("purpose", entry.purpose());
        this.given = entry.given();
        this.happenedOn = entry.happenedOn();
        this.how = required("how", entry.how());
        this.wording = Typed.note(entry.wording());
        this.createdAt = createdAt;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    private static String required(String field, String text) {
        String line = Typed.line(text);
        if (line == null) {
            throw new Refused(field, "customer.refused.missing");
        }
        return line;
    }
}
