package dev.rapport.interaction.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.interaction.TimelineFilter;
import dev.rapport.platform.Cursor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Another filter or more rows of a timeline: a piece for htmx, else a page of its own. */
@Controller
class TimelineController {
    private final TimelinePages pages;
    private final CustomerRecords customers;

    TimelineController(TimelinePages pages, CustomerRecords customers) {
        this.pages = pages;
        this.customers = customers;
    }

    @GetMapping("/customers/{id}/timeline")
    String show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model) {
        boolean piece = htmx != null;
        Cursor from = Cursor.decode(after);
        model.addAttribute("timeline", pages.read(id, TimelineFilter.of(filter), from, piece ? day : null));
        if (piece) {
            return from == null ? "interaction/_timeline :: panel" : "interaction/_timeline :: rows";
        }
        model.addAttribute("customer", customers.get(id));
        return "interaction/timeline";
    }
}
