package dev.rapport.metrics.note;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** What happened on a day and may explain a figure. */
@Entity
@Table(name = "chart_note")
class ChartNote {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private LocalDate onDay;
    private String text;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ChartNote() {}

    ChartNote(LocalDate onDay, String text, Instant createdAt) {
        this.onDay = onDay;
        this.text = text;
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }
}
