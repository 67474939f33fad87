package dev.rapport.metrics.note;

import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import dev.rapport.platform.Typed;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pins notes to days. Each verb answers the id of its logged change. */
@Service
@Transactional
public class ChartNotes {

    public static final Tracked NOTE = Tracked.of("chart-note").with("chart_note", "t.id = :id");

    private final ChartNoteRepository notes;
    private final ChangeLog log;
    private final Clock clock;

    ChartNotes(ChartNoteRepository notes, ChangeLog log, Clock clock) {
        this.notes = notes;
        this.log = log;
        this.clock = clock;
    }

    public long pin(LocalDate day, @Nullable String typed) {
        String text = Typed.line(typed);
        if (text == null) {
            throw new Refused("text", "metrics.refused.missing");
        }
        ChartNote note = notes.saveAndFlush(new ChartNote(day, text, clock.instant()));
        return log.created(NOTE, note.id(), null);
    }

    public long delete(long id) {
        ChartNote note = notes.findById(id).orElseThrow(() -> new NotFound("chart note", id));
        ChangeLog.Pending before = log.before(NOTE, id, null);
        notes.delete(note);
        return before.deleted();
    }
}
