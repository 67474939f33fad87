/** Every figure with its trace. Reads other modules' tables by SQL in classes named Query: the one accepted exception. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "customer", "platform :: web", "platform :: jobs"})
package dev.rapport.metrics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
