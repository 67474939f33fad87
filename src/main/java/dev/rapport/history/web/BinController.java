package dev.rapport.history.web;

import dev.rapport.history.Bin;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.OwnerPaths;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import dev.rapport.platform.web.Flash;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was deleted, for 30 days. */
@Controller
class BinController {
    private static final int ROWS = 50;

    /** Kinds of {@link ChangeQuery} that can lie in the bin. */
    private static final List<String> KINDS =
            List.of("customer", "interaction", "purchase", "answer", "task", "product", "consent", "exchange-rate");

    private final Bin bin;
    private final ReadableChanges readable;

    BinController(Bin bin, ReadableChanges readable) {
        this.bin = bin;
        this.readable = readable;
    }

    @Bean
    static OwnerPaths removalFromTheBin() {
        return () -> List.of("/bin/removal");
    }

    @GetMapping("/bin")
    String index(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        String known = kind != null && KINDS.contains(kind) ? kind : null;
        List<String> entities = known == null ? List.of() : ChangeQuery.KINDS.getOrDefault(known, List.of());
        Slice<LoggedChange> entries = bin.entries(entities, ROWS, Cursor.decode(after));
        model.addAttribute("entries", readable.things(entries.items(), locale));
        model.addAttribute("kinds", KINDS);
        model.addAttribute("kind", known);
        model.addAttribute(
                "more",
                entries.next() == null
                        ? null
                        : "/bin?" + (known == null ? "" : "kind=" + known + "&") + "after=" + entries.next());
        return "history/bin";
    }

    @PostMapping("/bin/restore")
    String restore(@RequestParam(required = false) @Nullable List<Long> id, RedirectAttributes redirect) {
        if (id == null) {
            Flash.failure(redirect, "history.bin.nothing");
            return "redirect:/bin";
        }
        Bin.Restored restored = bin.restore(id);
        if (restored.refused().isEmpty()) {
            Flash.success(redirect, "history.bin.restored", restored.count());
        } else {
            Refused first = restored.refused().get(0);
            if (id.size() == 1) {
                Flash.failure(redirect, first.key(), first.args());
            } else {
                Flash.failure(
                        redirect,
                        "history.bin.restored.some",
                        restored.count(),
                        restored.refused().size());
            }
        }
        return "redirect:/bin";
    }

    /** First asks, for nothing brings them back afterwards. */
    @PostMapping("/bin/removal")
    String remove(
            @RequestParam(required = false) @Nullable List<Long> id,
            @RequestParam(defaultValue = "false") boolean sure,
            Model model,
            Locale locale,
            RedirectAttributes redirect) {
        if (id == null) {
            Flash.failure(redirect, "history.bin.nothing");
            return "redirect:/bin";
        }
        if (sure) {
            Flash.success(redirect, "history.bin.removed", bin.deleteForGood(id));
            return "redirect:/bin";
        }
        model.addAttribute("entries", readable.things(bin.entries(id), locale));
        return "history/removal";
    }
}
