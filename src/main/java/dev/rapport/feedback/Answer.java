package dev.rapport.feedback;

import dev.rapport.platform.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** What a customer answered to a survey. History: it is corrected by deleting it and entering it anew. */
@Entity
@Immutable
@Table(name = "answer")
class Answer {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private long customerId;

    @Enumerated(EnumType.STRING)
    private Survey survey;

    private short score;
    private LocalDate answeredOn;
    private @Nullable String comment;
    private @Nullable Short expected;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Answer() {}

    Answer(long customerId, NewAnswer given, Instant createdAt) {
        if (given.answeredOn().isBefore(FIRST_DAY) || given.answeredOn().isAfter(LAST_DAY)) {
            throw new Refused("answeredOn", "feedback.refused.day");
        }
        this.customerId = customerId;
        this.survey = given.survey();
        this.score = (short) given.survey().score(given.score());
        this.answeredOn = given.answeredOn();
        this.comment = given.comment();
        this.expected = given.expected() == null ? null : (short) given.survey().expected(given.expected());
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }

    long customerId() {
        return customerId;
    }

    Survey survey() {
        return survey;
    }

    int score() {
        return score;
    }

    LocalDate answeredOn() {
        return answeredOn;
    }

    @Nullable
    String comment() {
        return comment;
    }
}
