/** Follow-ups with a due date. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "customer", "interaction", "platform :: web", "platform :: jobs"})
package dev.rapport.task;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
