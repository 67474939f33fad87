package dev.rapport.metrics.predictive;

import java.time.LocalDate;
import java.util.List;

/**
 * Repeat purchases week by week, added up, of those who had come by the end of calibration: what
 * happened beside what the model, fitted to nothing later, expected.
 *
 * @param seenAfter repeat purchases that happened after the calibration
 * @param expectedAfter those that the model expected there
 */
public record Tracking(LocalDate calibration, List<Week> weeks, long seenAfter, double expectedAfter) {

    public record Week(LocalDate end, long seen, double expected) {}
}
