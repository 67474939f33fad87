package dev.rapport.exchange.archive.web;

import java.util.Objects;

/**
 * @param passphrase as typed, blanks included
 * @param repeated the same again: a slip of the finger would lock every archive from now on
 */
record PassphraseForm(String passphrase, String repeated, String password) {
    PassphraseForm {
        passphrase = Objects.requireNonNullElse(passphrase, "");
        repeated = Objects.requireNonNullElse(repeated, "");
        password = Objects.requireNonNullElse(password, "");
    }
}
