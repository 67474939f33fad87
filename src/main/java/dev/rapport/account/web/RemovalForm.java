package dev.rapport.account.web;

import jakarta.validation.constraints.NotBlank;

record RemovalForm(@NotBlank(message = "{account.required}") String password) {
    RemovalForm {
        password = Fields.asTyped(password);
    }
}
