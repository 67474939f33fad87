package dev.rapport.account.web;

import jakarta.validation.constraints.NotBlank;

record PasswordForm(
        @NotBlank(message = "{account.required}") String old,
        @NotBlank(message = "{account.required}") String password) {
    PasswordForm {
        old = Fields.asTyped(old);
        password = Fields.asTyped(password);
    }
}
