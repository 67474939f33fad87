/** Models fitted to how customers buy: likelihoods, their maxima and what they predict, on numbers alone. */
@NullMarked
package dev.rapport.metrics.model;

import org.jspecify.annotations.NullMarked;
