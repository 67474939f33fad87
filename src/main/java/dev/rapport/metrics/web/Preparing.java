package dev.rapport.metrics.web;

import dev.rapport.metrics.prepared.Preparations.Answer;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.ui.Model;

/** What a page shows of answers that aren't of now. */
final class Preparing {

    /** Instead of a page that nothing is known of yet. */
    static final String VIEW = "metrics/preparing";

    private Preparing() {}

    /** Puts the answer into the model, if there is one, and the earliest moment that any is of. */
    static boolean shown(Model model, String name, Optional<? extends Answer<?>> answer) {
        answer.ifPresent(found -> {
            model.addAttribute(name, found.value());
            Instant since = found.since();
            if (since != null && !(model.getAttribute("since") instanceof Instant earlier && earlier.isBefore(since))) {
                model.addAttribute("since", since);
            }
        });
        return answer.isPresent();
    }

    @SuppressWarnings("unchecked")
    static <T> T of(Model model, String name) {
        return (T) Objects.requireNonNull(model.getAttribute(name), name);
    }
}
