/** What the founder wrote at a day, drawn on every chart. */
@NullMarked
@NamedInterface("note")
package dev.rapport.metrics.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
