package dev.rapport.metrics.web;

import dev.rapport.metrics.CustomerGroup;
import dev.rapport.metrics.CustomerGroups;
import dev.rapport.metrics.CustomerGroups.Named;
import dev.rapport.platform.web.Choice;
import dev.rapport.platform.web.Formats;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The groups to choose from on a page of numbers, by kind. */
@Component
class GroupPicker {

    private static final int COHORTS = 24;

    private final CustomerGroups groups;
    private final MessageSource messages;

    GroupPicker(CustomerGroups groups, MessageSource messages) {
        this.groups = groups;
        this.messages = messages;
    }

    /** What one may choose from. */
    record Kind(String label, List<Choice> choices) {}

    /** Puts what one may choose from into a page's model, and in words what is chosen, unless that is everybody. */
    void show(Model model, @Nullable String picked, LocalDate asOf, Formats formats, Locale locale) {
        // Refuses what names no group, before it is taken apart.
        CustomerGroup.of(picked);
        model.addAttribute("groups", kinds(picked, asOf, formats, locale));
        if (picked != null && !picked.isBlank()) {
            model.addAttribute("whom", words(picked, formats, locale));
        }
    }

    /** Channel: Referral */
    private String words(String picked, Formats formats, Locale locale) {
        String kind = picked.substring(0, picked.indexOf(':'));
        String value = picked.substring(kind.length() + 1).strip();
        String shown =
                switch (kind) {
                    case "stage" -> label(new Named(kind, value.toUpperCase(Locale.ROOT)), locale);
                    case "cohort" -> formats.month(YearMonth.parse(value));
                    default -> value;
                };
        return messages.getMessage(
                "metrics.group.named",
                new Object[] {messages.getMessage("metrics.group." + kind, null, locale), shown},
                locale);
    }

    /** What the page is about stands among them even where it is none of the usual. */
    List<Kind> kinds(@Nullable String picked, LocalDate asOf, Formats formats, Locale locale) {
        List<Named> all = groups.all();
        List<Kind> kinds = new ArrayList<>();
        for (String kind : List.of("stage", "channel", "product", "tag")) {
            kinds.add(kind(
                    kind,
                    all.stream()
                            .filter(one -> one.kind().equals(kind))
                            .map(one -> new Choice(one.code(), label(one, locale)))
                            .toList(),
                    locale));
        }
        YearMonth last = YearMonth.from(asOf);
        kinds.add(kind(
                "cohort",
                IntStream.range(0, COHORTS)
                        .mapToObj(last::minusMonths)
                        .map(month -> new Choice("cohort:" + month, formats.month(month)))
                        .toList(),
                locale));
        boolean known = kinds.stream()
                .flatMap(kind -> kind.choices().stream())
                .anyMatch(choice -> choice.value().equals(picked));
        if (picked != null && !picked.isBlank() && !known) {
            kinds.add(kind("other", List.of(new Choice(picked, picked)), locale));
        }
        return kinds.stream().filter(kind -> !kind.choices().isEmpty()).toList();
    }

    private Kind kind(String kind, List<Choice> choices, Locale locale) {
        return new Kind(messages.getMessage("metrics.group." + kind, null, locale), choices);
    }

    String label(Named one, Locale locale) {
        return one.kind().equals("stage")
                ? messages.getMessage("customer.stage." + one.value(), null, locale)
                : one.value();
    }
}
