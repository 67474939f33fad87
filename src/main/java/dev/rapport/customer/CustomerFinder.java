package dev.rapport.customer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Goes through keys in the order of their rows and finds or makes the customer of each, as if the rows came one by one: by
 * externalId, else e-mail, else phone. A key with an externalId takes by e-mail or phone only a customer who has none.
 */
final class CustomerFinder {
    /** What came of a key: a customer, or the externalId of the one that stood in the way. */
    record Found(
            long rowNo,
            @Nullable Long customerId,
            boolean isNew,
            @Nullable String holder) {}

    private final LongSupplier nextId;
    private final Map<Long, Person> byId = new HashMap<>();
    private final Map<String, Person> byExternalId = new HashMap<>();
    private final Map<String, List<Person>> byEmail = new HashMap<>();
    private final Map<String, List<Person>> byPhone = new HashMap<>();

    CustomerFinder(LongSupplier nextId) {
        this.nextId = nextId;
    }

    Found find(CustomerKey key) {
        Person known = key.externalId() == null ? null : byExternalId.get(key.externalId());
        if (known == null) {
            List<Person> candidates = candidates(byEmail, key.email(), key.byEmail());
            candidates = candidates.isEmpty() ? candidates(byPhone, key.phone(), key.byPhone()) : candidates;
            if (!candidates.isEmpty()) {
                known = candidates.stream()
                        .filter(it -> key.externalId() == null || it.externalId == null)
                        .findFirst()
                        .orElse(null);
                if (known == null) {
                    return new Found(key.rowNo(), null, false, candidates.get(0).externalId);
                }
            }
        }
        Person person = known == null ? new Person(nextId.getAsLong(), null, true) : known;
        remember(person, key);
        return new Found(key.rowNo(), person.id, person.isNew, null);
    }

    private List<Person> candidates(
            Map<String, List<Person>> owners, @Nullable String contact, List<CustomerKey.Known> stored) {
        if (contact == null) {
            return List.of();
        }
        var candidates = new ArrayList<Person>();
        for (CustomerKey.Known known : stored) {
            candidates.add(byId.computeIfAbsent(known.id(), id -> new Person(id, known.externalId(), false)));
        }
        for (Person owner : owners.getOrDefault(contact, List.of())) {
            if (!candidates.contains(owner)) {
                candidates.add(owner);
            }
        }
        return candidates;
    }

    private void remember(Person person, CustomerKey key) {
        if (key.externalId() != null) {
            person.externalId = key.externalId();
            byExternalId.put(key.externalId(), person);
        }
        own(byEmail, key.email(), person);
        own(byPhone, key.phone(), person);
    }

    private static void own(Map<String, List<Person>> owners, @Nullable String contact, Person person) {
        if (contact != null) {
            List<Person> all = owners.computeIfAbsent(contact, it -> new ArrayList<>());
            if (!all.contains(person)) {
                all.add(person);
            }
        }
    }

    private static final class Person {
        private final long id;
        private final boolean isNew;
        private @Nullable String externalId;

        private Person(long id, @Nullable String externalId, boolean isNew) {
            this.id = id;
            this.externalId = externalId;
            this.isNew = isNew;
        }
    }
}
