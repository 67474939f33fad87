package dev.rapport.account.web;

import dev.rapport.platform.Line;
import jakarta.validation.constraints.NotBlank;

record TokenForm(
        @Line @NotBlank(message = "{account.required}") String name,
        @NotBlank(message = "{account.required}") String password) {
    TokenForm {
        name = Fields.line(name);
        password = Fields.asTyped(password);
    }
}
