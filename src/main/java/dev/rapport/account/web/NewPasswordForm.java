package dev.rapport.account.web;

import jakarta.validation.constraints.NotBlank;

record NewPasswordForm(
        @NotBlank(message = "{account.required}") String password) {
    NewPasswordForm {
        password = Fields.asTyped(password);
    }
}
