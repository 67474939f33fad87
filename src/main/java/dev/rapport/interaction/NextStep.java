package dev.rapport.interaction;

import java.time.LocalDate;

/** What is to be done next and by when; it becomes a follow-up. */
public record NextStep(String title, LocalDate dueOn) {}
