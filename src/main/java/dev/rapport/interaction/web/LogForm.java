package dev.rapport.interaction.web;

import dev.rapport.interaction.Direction;
import dev.rapport.interaction.InteractionKind;
import dev.rapport.interaction.NewInteraction;
import dev.rapport.interaction.NextStep;
import dev.rapport.interaction.WhatHappened;
import dev.rapport.platform.Line;
import dev.rapport.platform.Note;
import dev.rapport.platform.PublicToken;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * The log box.
 *
 * @param customer the words that the customer is looked for by, and the name of a new one
 * @param customerId the chosen one's number, or {@link #NEW}
 * @param occurredAt in the founder's zone; empty is now
 * @param token drawn anew for every form
 */
record LogForm(
        @Nullable @Line String customer,
        @Nullable String customerId,

        @NotNull(message = "{interaction.refused.no-kind}") @Nullable
        InteractionKind kind,

        @Nullable Direction direction,
        @Nullable @DateTimeFormat(pattern = LogForm.LOCAL) LocalDateTime occurredAt,
        @Nullable @Line String subject,
        @Nullable @Note String body,
        @Nullable @Line String purpose,
        @Nullable @Line String outcome,
        @Nullable @Line String nextStep,

        @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
        LocalDate nextOn,

        @Nullable @Line String token) {
    static final String NEW = "new";
    static final String LOCAL = "uuuu-MM-dd'T'HH:mm[:ss]";

    static LogForm blank(@Nullable String customer, @Nullable Long customerId, LocalDate today) {
        return new LogForm(
                customer,
                customerId == null ? null : customerId.toString(),
                InteractionKind.CALL,
                Direction.NONE,
                null,
                null,
                null,
                null,
                null,
                null,
                today.plusDays(1),
                PublicToken.random());
    }

    /** What the box shows, whomever it is about. */
    public LogForm fields() {
        return new LogForm(
                null, null, kind, direction, occurredAt, subject, body, purpose, outcome, nextStep, nextOn, null);
    }

    NewInteraction toInteraction(Instant now, ZoneId zone) {
        if (kind == null) {
            throw new Refused("kind", "interaction.refused.no-kind");
        }
        Instant moment = occurredAt == null ? now : occurredAt.atZone(zone).toInstant();
        WhatHappened what = new WhatHappened(
                kind, direction == null ? Direction.NONE : direction, moment, subject, body, purpose, outcome);
        return new NewInteraction(what, next(), fingerprint());
    }

    private @Nullable NextStep next() {
        String title = Typed.line(nextStep);
        if (title == null) {
            return null;
        }
        if (nextOn == null) {
            throw new Refused("nextOn", "interaction.refused.no-next-day");
        }
        return new NextStep(title, nextOn);
    }

    /** Of the token and all that was typed: a browser's way back shows an old form, and what is typed there next is new. */
    private @Nullable String fingerprint() {
        if (token == null || token.isBlank()) {
            return null;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(PublicToken.hash(toString()));
    }
}
