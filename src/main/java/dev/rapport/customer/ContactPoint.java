package dev.rapport.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** An e-mail address or phone number of a customer: as typed, and as it compares. */
@Entity
class ContactPoint {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private ContactKind kind;

    private String value;
    private String normalized;
    private int position;

    @SuppressWarnings("NullAway.Init")
    protected ContactPoint() {}

    ContactPoint(ContactKind kind, String value, String normalized, int position) {
        this.kind = kind;
        this.value = value;
        this.normalized = normalized;
        this.position = position;
    }

    boolean is(ContactKind otherKind, String otherValue) {
        return kind == otherKind && value.equals(otherValue);
    }

    void place(int newPosition) {
        position = newPosition;
    }
}
