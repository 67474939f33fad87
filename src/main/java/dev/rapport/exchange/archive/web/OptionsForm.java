package dev.rapport.exchange.archive.web;

import dev.rapport.exchange.archive.ArchiveSettings;
import dev.rapport.platform.Typed;
import org.jspecify.annotations.Nullable;

record OptionsForm(@Nullable Integer hour, @Nullable String secondFolder) {
    OptionsForm {
        secondFolder = Typed.line(secondFolder);
    }

    static OptionsForm of(ArchiveSettings settings) {
        return new OptionsForm(settings.hour(), settings.secondFolder());
    }
}
