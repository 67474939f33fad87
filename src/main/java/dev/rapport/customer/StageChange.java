package dev.rapport.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The stage that a customer is in from a day on. Never changed once stored. */
@Entity
class StageChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Enumerated(EnumType.STRING)
    private LifecycleStage stage;

    private LocalDate changedOn;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected StageChange() {}

    StageChange(LifecycleStage stage, LocalDate changedOn, Instant createdAt) {
        this.stage = stage;
        this.changedOn = changedOn;
        this.createdAt = createdAt;
    }

    LifecycleStage stage() {
        return stage;
    }

    LocalDate changedOn() {
        return changedOn;
    }
}
