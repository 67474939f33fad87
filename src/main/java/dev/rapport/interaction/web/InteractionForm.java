package dev.rapport.interaction.web;

import dev.rapport.interaction.Direction;
import dev.rapport.interaction.InteractionDetails;
import dev.rapport.interaction.InteractionKind;
import dev.rapport.interaction.WhatHappened;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.Refused;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** An interaction that is edited; the moment is in the founder's zone. */
record InteractionForm(
        @Nullable Integer version,

        @NotNull(message = "{interaction.refused.no-kind}") @Nullable
        InteractionKind kind,

        @Nullable Direction direction,

        @NotNull(message = "{interaction.refused.no-when}") @Nullable @DateTimeFormat(pattern = LogForm.LOCAL)
        LocalDateTime occurredAt,

        @Nullable @Line String subject,
        @Nullable @Note String body,
        @Nullable @Line String purpose,
        @Nullable @Line String outcome) {

    static InteractionForm of(InteractionDetails stored, ZoneId zone) {
        return new InteractionForm(
                stored.version(),
                stored.kind(),
                stored.direction(),
                minute(stored, zone),
                stored.subject(),
                stored.body(),
                stored.purpose(),
                stored.outcome());
    }

    /** The field has minutes only: where they were not touched, the stored seconds stay. */
    WhatHappened over(InteractionDetails stored, ZoneId zone) {
        if (kind == null || occurredAt == null) {
            throw new Refused("kind", "interaction.refused.no-kind");
        }
        boolean untouched = occurredAt.truncatedTo(ChronoUnit.MINUTES).equals(minute(stored, zone));
        return new WhatHappened(
                kind,
                direction == null ? Direction.NONE : direction,
                untouched ? stored.occurredAt() : occurredAt.atZone(zone).toInstant(),
                subject,
                body,
                purpose,
                outcome);
    }

    private static LocalDateTime minute(InteractionDetails stored, ZoneId zone) {
        return LocalDateTime.ofInstant(stored.occurredAt(), zone).truncatedTo(ChronoUnit.MINUTES);
    }
}
