package dev.rapport.account.web;

import jakarta.validation.constraints.NotBlank;

/** Asks for the password again. */
record ConfirmationForm(
        @NotBlank(message = "{account.required}") String password) {
    ConfirmationForm {
        password = Fields.asTyped(password);
    }
}
