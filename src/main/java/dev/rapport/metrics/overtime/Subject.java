package dev.rapport.metrics.overtime;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.Metric;

/** What a goal or a snapshot is about: a figure of a group. */
record Subject(Metric metric, CustomerGroup group) {}
