/** The formulas of the metrics, on numbers alone: no database, no clock, no page. */
@NullMarked
@NamedInterface("formula")
package dev.rapport.metrics.formula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
