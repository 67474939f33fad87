package dev.rapport.task;

import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** What is to be done and by when; a time is optional. */
public record Plan(String title, LocalDate dueOn, @Nullable LocalTime dueTime) {

    /** @throws Refused when the title is blank or the year can't be meant */
    public Plan {
        String line = Typed.line(title);
        if (line == null) {
            throw new Refused("title", "task.refused.title");
        }
        if (dueOn.getYear() < 1900 || dueOn.getYear() > 2199) {
            throw new Refused("dueOn", "task.refused.due");
        }
        title = line;
    }

    public Plan(String title, LocalDate dueOn) {
        this(title, dueOn, null);
    }
}
