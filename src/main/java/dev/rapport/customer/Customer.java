package dev.rapport.customer;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.ObjectOptimisticLockingFailureException;

/** A person or company that the founder deals with. */
@Entity
class Customer {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    @Embedded
    private CustomerProfile profile;

    private byte[] sortKey;

    @Enumerated(EnumType.STRING)
    private LifecycleStage stage;

    private Instant createdAt;
    private @Nullable Instant archivedAt;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "customer_id", nullable = false, updatable = false)
    @OrderBy("position")
    private final List<ContactPoint> contactPoints = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "customer_id", nullable = false, updatable = false)
    @OrderBy("changedOn, id")
    private final List<StageChange> stageChanges = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    /** @param phones how a phone number compares */
    Customer(
            CustomerProfile profile,
            Contacts contacts,
            UnaryOperator<String> phones,
            LifecycleStage stage,
            Instant createdAt) {
        this.profile = profile;
        this.sortKey = SortKey.of(profile.name());
        this.stage = stage;
        this.createdAt = createdAt;
        replaceContacts(contacts, phones);
        stageChanges.add(new StageChange(stage, profile.acquiredOn(), createdAt));
    }

    void edit(CustomerProfile newProfile, Contacts contacts, UnaryOperator<String> phones) {
        profile = newProfile;
        sortKey = SortKey.of(newProfile.name());
        replaceContacts(contacts, phones);
    }

    /** Earlier days may be filled in later: the stage that holds is the one of the latest day. */
    boolean moveTo(LifecycleStage newStage, LocalDate on, Instant now) {
        StageChange before = stageOn(on);
        if (before != null && before.stage() == newStage) {
            return false;
        }
        StageChange change = new StageChange(newStage, on, now);
        if (stageChanges.stream().noneMatch(other -> other.changedOn().isAfter(on))) {
            stage = newStage;
        }
        stageChanges.add(change);
        return true;
    }

    private @Nullable StageChange stageOn(LocalDate day) {
        StageChange latest = null;
        for (StageChange change : stageChanges) {
            if (!change.changedOn().isAfter(day)
                    && (latest == null || !change.changedOn().isBefore(latest.changedOn()))) {
                latest = change;
            }
        }
        return latest;
    }

    void archive(Instant now) {
        if (archivedAt == null) {
            archivedAt = now;
        }
    }

    void bringBack() {
        archivedAt = null;
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    long id() {
        return Objects.requireNonNull(id);
    }

    void requireVersion(int seen) {
        if (version != seen) {
            throw new ObjectOptimisticLockingFailureException(Customer.class, id());
        }
    }

    String name() {
        return profile.name();
    }

    LifecycleStage stage() {
        return stage;
    }

    private void replaceContacts(Contacts contacts, UnaryOperator<String> phones) {
        List<ContactPoint> wanted = new ArrayList<>();
        for (String email : contacts.emails()) {
            wanted.add(point(ContactKind.EMAIL, email, Contacts.normalizedEmail(email), wanted.size()));
        }
        for (String phone : contacts.phones()) {
            wanted.add(point(ContactKind.PHONE, phone, phones.apply(phone), wanted.size()));
        }
        if (!contactPoints.equals(wanted)) {
            contactPoints.retainAll(wanted);
            wanted.stream().filter(point -> !contactPoints.contains(point)).forEach(contactPoints::add);
        }
    }

    /** The stored one where there is one: its row stays the same. */
    private ContactPoint point(ContactKind kind, String value, String normalized, int position) {
        ContactPoint point = contactPoints.stream()
                .filter(present -> present.is(kind, value))
                .findFirst()
                .orElseGet(() -> new ContactPoint(kind, value, normalized, position));
        point.place(position);
        return point;
    }
}
