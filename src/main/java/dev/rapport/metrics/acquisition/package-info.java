/** What winning customers costs, by channel and day, and what they bring. */
@NullMarked
@NamedInterface("acquisition")
package dev.rapport.metrics.acquisition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
