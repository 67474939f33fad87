package dev.rapport.metrics.web;

import dev.rapport.metrics.Metric;
import dev.rapport.metrics.overtime.Recomputed;
import dev.rapport.metrics.overtime.Snapshot;
import dev.rapport.metrics.overtime.SnapshotQueue;
import dev.rapport.metrics.overtime.Snapshots;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import dev.rapport.platform.web.Flash;
import dev.rapport.platform.web.Formats;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What figures were shown as, beside what is known of those days now. */
@Controller
class SnapshotController {

    private static final int PAGE = 14;

    private final Snapshots snapshots;
    private final SnapshotQueue queue;
    private final Preparations preparations;
    private final MessageSource messages;

    SnapshotController(Snapshots snapshots, SnapshotQueue queue, Preparations preparations, MessageSource messages) {
        this.snapshots = snapshots;
        this.queue = queue;
        this.preparations = preparations;
        this.messages = messages;
    }

    @GetMapping("/numbers/snapshots")
    String list(
            @RequestParam(defaultValue = "nps") String metric,
            @RequestParam(required = false) @Nullable String after,
            @ModelAttribute("fmt") Formats formats,
            Model model,
            Locale locale) {
        Metric chosen = Metric.of(metric);
        Slice<Snapshot> found = snapshots.list(chosen, null, null, PAGE, Cursor.decode(after));
        model.addAttribute("rows", List.of());
        if (!found.items().isEmpty()
                && !Preparing.shown(
                        model,
                        "rows",
                        preparations.soon("snapshots", found.items(), () -> snapshots.recomputed(found.items())))) {
            return Preparing.VIEW;
        }
        List<Recomputed> rows = Preparing.of(model, "rows");
        model.addAttribute("chosen", chosen);
        model.addAttribute("metrics", Metric.values());
        model.addAttribute("changedFirst", OverTimeText.changedFirst(rows));
        model.addAttribute("overTime", new OverTimeText(formats, messages, locale));
        model.addAttribute("next", found.next());
        model.addAttribute("figures", new Figures(formats, messages, locale));
        return "metrics/snapshots";
    }

    @PostMapping("/numbers/snapshots")
    String take(@RequestParam(defaultValue = "nps") String metric, RedirectAttributes redirect) {
        Metric chosen = Metric.of(metric);
        if (preparations.many()) {
            queue.ask();
            Flash.success(redirect, "snapshots.taking");
        } else {
            taken(snapshots.take().size(), redirect);
        }
        return "redirect:/numbers/snapshots?metric=" + chosen.code();
    }

    private static void taken(int taken, RedirectAttributes redirect) {
        if (taken == 0) {
            Flash.failure(redirect, "snapshots.none-taken");
        } else {
            Flash.success(redirect, "snapshots.taken", taken);
        }
    }
}
