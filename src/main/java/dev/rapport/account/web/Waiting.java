package dev.rapport.account.web;

import dev.rapport.account.TooManyTries;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** Tells somebody who guessed too often how long to wait. */
final class Waiting {
    private static final int LONG_IN_SECONDS = 90;

    private Waiting() {}

    static void show(TooManyTries e, @Nullable String field, BindingResult form, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
        boolean minutes = e.seconds() > LONG_IN_SECONDS;
        String key = minutes ? "account.wait.minutes" : "account.wait";
        Object[] wait = {minutes ? (e.seconds() + 59) / 60 : e.seconds()};
        if (field == null) {
            form.reject(key, wait, key);
        } else {
            form.rejectValue(field, key, wait, key);
        }
    }
}
