/** A believable business of two years, to look around in. Active with the profile {"account", "customer", "interaction", "task", "purchase", "feedback", "metrics", "metrics :: *"} only. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "customer",
            "interaction",
            "task",
            "purchase",
            "feedback",
            "metrics",
            "metrics :: *"
        })
package dev.rapport.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
