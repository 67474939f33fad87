package dev.rapport.metrics.web;

import dev.rapport.platform.Line;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

record ChartNoteForm(
        @NotNull(message = "{metrics.refused.missing}") @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate day,

        @Nullable @Line String text) {}
