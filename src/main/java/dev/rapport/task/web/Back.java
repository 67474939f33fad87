package dev.rapport.task.web;

import org.jspecify.annotations.Nullable;

/** Where a form leads back to: the page that it stood on. */
final class Back {
    private Back() {}

    static String to(@Nullable String from, @Nullable Long customerId) {
        if ("customer".equals(from) && customerId != null) {
            return "redirect:/customers/" + customerId;
        }
        return "home".equals(from) ? "redirect:/" : "redirect:/tasks";
    }
}
