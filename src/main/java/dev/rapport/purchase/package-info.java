/** Products, purchases, refunds and the exchange rates of their days. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "customer", "interaction", "platform :: web", "platform :: jobs"})
package dev.rapport.purchase;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
