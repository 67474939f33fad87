package dev.rapport.account.web;

import dev.rapport.platform.web.SettingsSection;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page the settings that other modules own; their pages draw the same tabs. */
@ControllerAdvice(annotations = Controller.class)
class SettingsTabs {
    private final List<SettingsSection> sections;

    SettingsTabs(ObjectProvider<SettingsSection> sections) {
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(SettingsSection::order))
                .toList();
    }

    @ModelAttribute("settingsSections")
    List<SettingsSection> sections() {
        return sections;
    }
}
