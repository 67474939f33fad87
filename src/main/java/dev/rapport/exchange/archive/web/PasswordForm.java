package dev.rapport.exchange.archive.web;

import java.util.Objects;

/** Asks for the password again. */
record PasswordForm(String password) {
    PasswordForm {
        password = Objects.requireNonNullElse(password, "");
    }
}
