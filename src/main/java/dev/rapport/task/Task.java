package dev.rapport.task;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Something to be done by a day, mostly for a customer. */
@Entity
class Task {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private int version;

    private @Nullable Long customerId;
    private @Nullable Long interactionId;
    private String title;
    private LocalDate dueOn;
    private @Nullable LocalTime dueTime;
    private @Nullable Instant doneAt;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Task() {}

    @SuppressWarnings("NullAway.Init")
    Task(Plan plan, @Nullable Long customerId, @Nullable Long interactionId, Instant createdAt) {
        this.customerId = customerId;
        this.interactionId = interactionId;
        this.createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
        replan(plan);
    }

    final void replan(Plan plan) {
        title = plan.title();
        dueOn = plan.dueOn();
        dueTime = plan.dueTime();
    }

    void giveTo(@Nullable Long newCustomerId) {
        customerId = newCustomerId;
    }

    void snoozeUntil(LocalDate day) {
        dueOn = day;
    }

    /** Done stays done at the moment it was first. */
    void finish(Instant now) {
        if (doneAt == null) {
            doneAt = now.truncatedTo(ChronoUnit.MICROS);
        }
    }

    void reopen() {
        doneAt = null;
    }

    boolean isDone() {
        return doneAt != null;
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

    @Nullable
    Long customerId() {
        return customerId;
    }

    @Nullable
    Instant doneAt() {
        return doneAt;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Plan plan() {
        return new Plan(title, dueOn, dueTime);
    }
}
