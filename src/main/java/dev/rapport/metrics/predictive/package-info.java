/** What customers are expected to do and be worth, each and together, by the models last fitted to their purchases. */
@NullMarked
package dev.rapport.metrics.predictive;

import org.jspecify.annotations.NullMarked;
