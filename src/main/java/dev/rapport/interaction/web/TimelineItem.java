package dev.rapport.interaction.web;

import dev.rapport.interaction.Direction;
import dev.rapport.interaction.TimelineRow;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the timeline as it is drawn.
 *
 * @param deed which message says what it was, such as CALL.IN
 * @param plain nothing stands before those words, so they lead the row
 * @param excerpt how a long text begins; null where it is shown whole
 * @param time null where only the day is known
 * @param ahead planned, not yet happened
 */
public record TimelineItem(
        String source,
        long sourceId,
        String icon,
        String deed,
        boolean plain,
        @Nullable String title,
        @Nullable String body,
        @Nullable String excerpt,
        @Nullable String outcome,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        @Nullable Integer score,
        @Nullable Instant time,
        boolean ahead,
        String href) {
    private static final int SHOWN = 320;
    private static final int LINES = 6;

    static TimelineItem of(TimelineRow row, Instant now) {
        boolean talk = row.source().equals("interaction");
        String direction = row.direction() == null ? Direction.NONE.name() : row.direction();
        return new TimelineItem(
                row.source(),
                row.sourceId(),
                Icons.of(row.kind()),
                talk ? row.kind() + "." + direction : row.kind(),
                row.title() == null && row.amount() == null && row.score() == null,
                row.title(),
                row.body(),
                excerpt(row.body()),
                row.outcome(),
                row.amount(),
                row.currency(),
                row.score(),
                row.allDay() ? null : row.happenedAt(),
                row.happenedAt().isAfter(now) && !row.allDay(),
                switch (row.source()) {
                    case "purchase" -> "/purchases/" + row.sourceId() + "/edit";
                    case "answer" -> "/answers/" + row.sourceId();
                    default -> "/interactions/" + row.sourceId() + "/edit";
                });
    }

    static @Nullable String excerpt(@Nullable String body) {
        if (body == null) {
            return null;
        }
        int end = body.length();
        int lines = 0;
        for (int i = 0; i < body.length(); i++) {
            if (body.charAt(i) == '\n' && ++lines == LINES) {
                end = i;
                break;
            }
        }
        if (end <= SHOWN) {
            return end == body.length() ? null : body.substring(0, end) + " …";
        }
        end = SHOWN;
        int blank = body.lastIndexOf(' ', end);
        if (blank > SHOWN / 2) {
            end = blank;
        } else if (Character.isHighSurrogate(body.charAt(end - 1))) {
            end--;
        }
        return body.substring(0, end).stripTrailing() + " …";
    }
}
