package dev.rapport.interaction.web;

import dev.rapport.interaction.InteractionKind;
import java.util.List;
import java.util.stream.Stream;

/** One of the kinds to choose from, with its icon. */
public record KindChoice(String value, String icon) {
    static final List<KindChoice> ALL = Stream.of(InteractionKind.values())
            .map(kind -> new KindChoice(kind.name(), Icons.of(kind.name())))
            .toList();
}
