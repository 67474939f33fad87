/** Import of customers and their facts, one class per format, and its undo. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "customer",
            "interaction",
            "task",
            "purchase",
            "feedback",
            "history",
            "metrics",
            "platform :: web",
            "platform :: jobs"
        })
package dev.rapport.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
