package dev.rapport.interaction.web;

import java.time.LocalDate;
import java.util.List;

/** What stands under one day; {@code headed} is false where the rows before already stood under it. */
public record TimelineDay(LocalDate date, boolean headed, List<TimelineItem> items) {}
