/** Answers to NPS, CSAT and CES surveys. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "customer",
            "interaction",
            "task",
            "purchase",
            "metrics",
            "platform :: web",
            "platform :: jobs"
        })
package dev.rapport.feedback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
