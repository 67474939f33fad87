/** What was changed and by whom, for people to read, search and take back; the bin; one person's data and its erasure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "customer", "platform :: web", "platform :: jobs"})
package dev.rapport.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
