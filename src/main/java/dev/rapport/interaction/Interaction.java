package dev.rapport.interaction;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened with a customer, at the moment it happened. */
@Entity
class Interaction {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private long customerId;

    @Enumerated(EnumType.STRING)
    private InteractionKind kind;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private Instant occurredAt;
    private @Nullable String subject;
    private @Nullable String body;
    private @Nullable String purpose;
    private @Nullable String outcome;
    private Instant createdAt;
    private @Nullable String formToken;

    @SuppressWarnings("NullAway.Init")
    protected Interaction() {}

    @SuppressWarnings("NullAway.Init")
    Interaction(long customerId, WhatHappened what, Instant createdAt, @Nullable String formToken) {
        this.customerId = customerId;
        this.createdAt = createdAt.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        this.formToken = formToken;
        rewrite(what);
    }

    final void rewrite(WhatHappened what) {
        kind = what.kind();
        direction = what.direction();
        occurredAt = what.occurredAt();
        subject = what.subject();
        body = what.body();
        purpose = what.purpose();
        outcome = what.outcome();
    }

    long id() {
        if (id == null) {
            throw new IllegalStateException("not stored yet");
        }
        return id;
    }

    int version() {
        return version;
    }

    long customerId() {
        return customerId;
    }

    WhatHappened what() {
        return new WhatHappened(kind, direction, occurredAt, subject, body, purpose, outcome);
    }

    TimelineEntry inTimeline() {
        return TimelineEntry.at(TimelineEntry.Source.INTERACTION, id(), customerId, kind.name(), occurredAt)
                .saying(subject, body)
                .directed(direction.name(), outcome);
    }
}
