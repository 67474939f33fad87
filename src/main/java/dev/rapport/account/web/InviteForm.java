package dev.rapport.account.web;

import dev.rapport.platform.Line;
import jakarta.validation.constraints.NotBlank;

record InviteForm(
        @Line String note,
        @NotBlank(message = "{account.required}") String password) {
    InviteForm {
        note = Fields.line(note);
        password = Fields.asTyped(password);
    }
}
