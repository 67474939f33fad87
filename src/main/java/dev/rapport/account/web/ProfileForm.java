package dev.rapport.account.web;

import dev.rapport.platform.Line;

record ProfileForm(@Line String name, String language) {
    ProfileForm {
        name = Fields.line(name);
        language = Fields.line(language);
    }
}
