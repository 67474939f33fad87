package dev.rapport.customer.web;

import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.web.Choice;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a customer's form offers to choose from. */
@Component
class CustomerChoices {
    private final MessageSource messages;

    CustomerChoices(MessageSource messages) {
        this.messages = messages;
    }

    /** @param language what is stored: an import or the API may have brought one that is not in the list */
    void addTo(Model model, Locale locale, @Nullable String language) {
        model.addAttribute("kinds", choices(CustomerKind.values(), "customer.kind.", locale));
        model.addAttribute("stages", choices(LifecycleStage.values(), "customer.stage.", locale));
        model.addAttribute(
                "countries",
                sorted(
                        Arrays.stream(Locale.getISOCountries()),
                        code -> new Locale("", code).getDisplayCountry(locale),
                        locale));
        Stream<String> stored = Stream.ofNullable(language).filter(tag -> !tag.isBlank());
        model.addAttribute(
                "languages",
                sorted(
                        Stream.concat(Arrays.stream(Locale.getISOLanguages()), stored)
                                .distinct(),
                        tag -> languageName(tag, locale),
                        locale));
    }

    private static String languageName(String tag, Locale locale) {
        String name = Locale.forLanguageTag(tag).getDisplayName(locale);
        return name.isEmpty() ? tag : name;
    }

    private List<Choice> choices(Enum<?>[] values, String prefix, Locale locale) {
        return Arrays.stream(values)
                .map(value -> new Choice(value.name(), messages.getMessage(prefix + value.name(), null, locale)))
                .toList();
    }

    private static List<Choice> sorted(Stream<String> codes, Function<String, String> label, Locale locale) {
        Comparator<Object> order = Collator.getInstance(locale);
        return codes.map(code -> new Choice(code, label.apply(code)))
                .sorted(Comparator.comparing(Choice::label, order))
                .toList();
    }
}
