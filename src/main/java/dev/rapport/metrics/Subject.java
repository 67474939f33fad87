package dev.rapport.metrics;

/** What a goal or a snapshot is about: a figure of a group. */
record Subject(Metric metric, CustomerGroup group) {}
