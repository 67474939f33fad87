/** Figures over time: what was shown on each day, and what the founder aims at. */
@NullMarked
@NamedInterface("overtime")
package dev.rapport.metrics.overtime;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
