package dev.rapport.metrics.overtime;

import dev.rapport.platform.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A figure that is to reach a value by a day, and what it stood at when that was decided. */
@Entity
@Table(name = "goal")
class Goal {
    private static final int LONGEST_YEARS = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String metric;
    private String scope;

    @Enumerated(EnumType.STRING)
    private GoalPlan.Direction direction;

    private BigDecimal target;
    private LocalDate dueOn;
    private String owner;
    private @Nullable String why;
    private @Nullable BigDecimal baseline;
    private LocalDate baselineOn;
    private Instant createdAt;
    private @Nullable Instant archivedAt;

    @SuppressWarnings("NullAway.Init")
    protected Goal() {}

    Goal(GoalPlan plan, @Nullable BigDecimal baseline, LocalDate today, Instant createdAt) {
        this.baselineOn = today;
        this.createdAt = createdAt;
        put(plan, baseline);
    }

    /** Another figure or group begins from what that one stood at on the day of the first baseline. */
    void change(GoalPlan plan, @Nullable BigDecimal baseline) {
        put(plan, baseline);
    }

    private void put(GoalPlan plan, @Nullable BigDecimal baseline) {
        if (!plan.dueOn().isAfter(baselineOn)) {
            throw new Refused("dueOn", "goals.refused.due");
        }
        if (plan.dueOn().isAfter(baselineOn.plusYears(LONGEST_YEARS))) {
            throw new Refused("dueOn", "goals.refused.far", LONGEST_YEARS);
        }
        if (plan.owner().isBlank()) {
            throw new Refused("owner", "metrics.refused.missing");
        }
        this.metric = plan.metric().code();
        this.scope = plan.group().name();
        this.direction = plan.direction();
        this.target = GoalBounds.of(plan.metric()).held(plan.target());
        this.dueOn = plan.dueOn();
        this.owner = plan.owner();
        this.why = plan.why();
        this.baseline = baseline;
    }

    void archive(Instant at) {
        if (archivedAt == null) {
            archivedAt = at;
        }
    }

    void restore() {
        archivedAt = null;
    }

    boolean hasVersion(@Nullable Integer seen) {
        return seen == null || seen == version;
    }

    boolean isAbout(Subject subject) {
        return metric.equals(subject.metric().code())
                && scope.equals(subject.group().name());
    }

    Long id() {
        return id;
    }

    @Nullable
    BigDecimal baseline() {
        return baseline;
    }

    LocalDate baselineOn() {
        return baselineOn;
    }
}
