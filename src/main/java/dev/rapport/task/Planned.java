package dev.rapport.task;

/** The task that was planned, and the change that undoes it. */
public record Planned(long id, long changeId) {}
