package dev.rapport.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class WhatHappenedTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123456789Z");

    @Test
    void keepsTextsAsTypedButForTheWhiteSpaceAroundLines() {
        WhatHappened what =
                new WhatHappened(InteractionKind.CALL, Direction.IN, NOON, "  Quote ", " two\r\nlines ", " ", "\t");

        assertThat(what.subject()).isEqualTo("Quote");
        assertThat(what.body()).isEqualTo(" two\nlines ");
        assertThat(what.purpose()).isNull();
        assertThat(what.outcome()).isNull();
        assertThat(what.occurredAt()).isEqualTo(Instant.parse("2026-03-04T12:00:00.123456Z"));
    }

    @Test
    void refusesWhatCannotBeKept() {
        assertThat(refusal(NOON, "x".repeat(501), null)).isEqualTo("interaction.refused.long");
        assertThat(refusal(NOON, null, "x".repeat(100_001))).isEqualTo("interaction.refused.long");
        assertThat(refusal(NOON, "\ud800", null)).isEqualTo("platform.refused.characters");
        assertThat(refusal(NOON, null, "a\0b")).isEqualTo("platform.refused.characters");
        assertThat(refusal(Instant.parse("1899-12-31T23:59:59Z"), null, null)).isEqualTo("interaction.refused.when");
        assertThat(refusal(Instant.parse("2200-01-01T00:00:00Z"), null, null)).isEqualTo("interaction.refused.when");
        assertThat(refusal(Instant.MAX, null, null)).isEqualTo("interaction.refused.when");
    }

    @Test
    void tellsContactFromANote() {
        assertThat(InteractionKind.NOTE.isContact()).isFalse();
        assertThat(InteractionKind.CALL.isContact()).isTrue();
    }

    @Test
    void standsUnderItsOwnDayWithoutATimeInEveryZone() {
        TimelineEntry entry =
                TimelineEntry.on(TimelineEntry.Source.PURCHASE, 1, 2, "PURCHASE", LocalDate.of(2026, 3, 4));
        TimelineRow row = new TimelineRow(
                1, 2, "purchase", 1, "PURCHASE", entry.happenedAt(), true, null, null, null, null, null, null, null);

        assertThat(row.day(ZoneId.of("Pacific/Kiritimati"))).isEqualTo(LocalDate.of(2026, 3, 4));
        assertThat(row.day(ZoneId.of("Pacific/Pago_Pago"))).isEqualTo(LocalDate.of(2026, 3, 4));
    }

    private static String refusal(Instant when, String subject, String body) {
        Refused[] caught = new Refused[1];
        assertThatThrownBy(
                        () -> new WhatHappened(InteractionKind.CALL, Direction.NONE, when, subject, body, null, null))
                .isInstanceOfSatisfying(Refused.class, refused -> caught[0] = refused);
        return caught[0].key();
    }
}
