package dev.rapport.metrics.web;

import dev.rapport.metrics.acquisition.CostEntry;
import dev.rapport.platform.Line;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** What was spent on winning customers, as typed. */
record CostForm(
        @NotBlank(message = "{metrics.refused.missing}") @Line @Nullable
        String channel,

        @NotNull(message = "{metrics.refused.missing}") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate spentOn,

        @NotBlank(message = "{metrics.refused.missing}") @Line @Nullable
        String amount,

        @Line @Nullable String note) {

    static CostForm blank(LocalDate today) {
        return new CostForm(null, today, null, null);
    }

    CostEntry entry() {
        return new CostEntry(
                channel == null ? "" : channel,
                Days.sane("spentOn", spentOn == null ? LocalDate.MIN : spentOn),
                Typed.number("amount", amount),
                note == null || note.isBlank() ? null : note);
    }
}
