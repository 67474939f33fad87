package dev.rapport.task.web;

import dev.rapport.task.TaskDetails;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Open follow-ups under one heading: late, today, the rest of the week, later. */
public record TaskGroup(String name, List<TaskDetails> tasks) {

    /** @param tasks by the day they are due */
    static List<TaskGroup> of(List<TaskDetails> tasks, LocalDate today) {
        List<TaskGroup> groups = new ArrayList<>();
        for (TaskDetails task : tasks) {
            String name = name(task.dueOn(), today);
            if (groups.isEmpty() || !groups.get(groups.size() - 1).name().equals(name)) {
                groups.add(new TaskGroup(name, new ArrayList<>()));
            }
            groups.get(groups.size() - 1).tasks().add(task);
        }
        return groups;
    }

    private static String name(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            return "late";
        }
        if (due.equals(today)) {
            return "today";
        }
        return due.isAfter(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY))) ? "later" : "week";
    }
}
