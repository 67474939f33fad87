/** Customers by recency, frequency and amount, and the eleven segments these make. */
@NullMarked
package dev.rapport.metrics.rfm;

import org.jspecify.annotations.NullMarked;
