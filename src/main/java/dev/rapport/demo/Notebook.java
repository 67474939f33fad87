package dev.rapport.demo;

import dev.rapport.metrics.ChartNotes;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happened in the two years and shows in the figures. */
@Component
@Profile("demo")
class Notebook {
    private final ChartNotes notes;

    Notebook(ChartNotes notes) {
        this.notes = notes;
    }

    void fill(LocalDate today) {
        notes.pin(today.minusDays(610), "New website");
        notes.pin(today.minusDays(255), "Raised prices by 8 %");
        notes.pin(today.minusDays(70), "Autumn fair");
    }
}
