/** People and companies, their contact points, lifecycle stage, consent and the summary row that lists read. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "platform :: web", "platform :: jobs"})
package dev.rapport.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
