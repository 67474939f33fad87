package dev.rapport.demo;

import dev.rapport.metrics.acquisition.AcquisitionCosts;
import dev.rapport.metrics.acquisition.CostEntry;
import dev.rapport.metrics.note.ChartNotes;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What happened in the two years and shows in the figures, and what winning customers cost. */
@Component
@Profile("demo")
class Notebook {
    private final ChartNotes notes;
    private final AcquisitionCosts costs;

    Notebook(ChartNotes notes, AcquisitionCosts costs) {
        this.notes = notes;
        this.costs = costs;
    }

    void fill(LocalDate first, LocalDate today) {
        notes.pin(today.minusDays(610), "New website");
        notes.pin(today.minusDays(255), "Raised prices by 8 %");
        notes.pin(today.minusDays(70), "Autumn fair");
        for (LocalDate day = first.plusDays(20); day.isBefore(today); day = day.plusMonths(1)) {
            spend("Instagram", day, 140, "Advertisements");
            spend("Website", day, 65, "Hosting and search ads");
        }
        spend("Website", today.minusDays(612), 1800, "New website");
        spend("Autumn fair", today.minusDays(435), 620, "Stand and samples");
        spend("Autumn fair", today.minusDays(70), 680, "Stand and samples");
    }

    private void spend(String channel, LocalDate day, int euros, String on) {
        costs.add(new CostEntry(channel, day, BigDecimal.valueOf(euros), on));
    }
}
