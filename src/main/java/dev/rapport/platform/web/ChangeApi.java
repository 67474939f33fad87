package dev.rapport.platform.web;

import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Undo;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/changes")
@Tag(name = "Changes", description = "What was done, by its number in the history")
class ChangeApi {
    private final Undo undo;

    ChangeApi(Undo undo) {
        this.undo = undo;
    }

    /** @param customerId null where it isn't about one customer */
    record UndoneChange(
            long id, String entity, long entityId, @Nullable Long customerId) {}

    /**
     * Takes a change back, within 30 days.
     *
     * @param rest where some of it has changed since: take back the rest, instead of refusing
     * @throws Refused when it was undone already, is too old, or what it touched has changed since
     */
    @PostMapping("/{id}/undo")
    UndoneChange undo(@PathVariable long id, @RequestParam(defaultValue = "false") boolean rest) {
        LoggedChange change = rest ? undo.undoRest(id) : undo.undo(id);
        return new UndoneChange(change.id(), change.entity(), change.entityId(), change.customerId());
    }
}
