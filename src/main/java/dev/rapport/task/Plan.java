package dev.rapport.task;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What is to be done and by when; a time is optional. Making one refuses what no follow-up can be. */
public record Plan(String title, LocalDate dueOn, @Nullable LocalTime dueTime) {

    public Plan {
        String line = Typed.line(title);
        if (line == null) {
            throw new Refused("title", "task.refused.title");
        }
        if (dueOn.getYear() < 1900 || dueOn.getYear() > 2199) {
            throw new Refused("dueOn", "task.refused.due");
        }
        if (line.length() > 500) {
            throw new Refused("title", "task.refused.long", 500);
        }
        if (!Typed.isStorable(line)) {
            throw new Refused("title", "platform.refused.characters");
        }
        title = line;
    }

    public Plan(String title, LocalDate dueOn) {
        this(title, dueOn, null);
    }
}
