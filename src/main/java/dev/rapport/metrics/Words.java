package dev.rapport.metrics;

import java.time.LocalDate;

/** What somebody wrote beside a score. */
public record Words(long id, long customerId, String customer, int score, LocalDate answeredOn, String comment) {}
