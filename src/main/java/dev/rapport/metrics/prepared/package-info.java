/** Answers that take long, worked out beside the pages that show them. */
@NullMarked
package dev.rapport.metrics.prepared;

import org.jspecify.annotations.NullMarked;
