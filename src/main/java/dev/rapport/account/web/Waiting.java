package dev.rapport.account.web;

import dev.rapport.account.TooManyTries;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;

/** Tells somebody who guessed too often how long to wait. */
final class Waiting {
    private Waiting() {}

    static void show(TooManyTries e, @Nullable String field, BindingResult form, HttpServletResponse response) {
        response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
        Object[] wait = {e.seconds()};
        if (field == null) {
            form.reject("account.wait", wait, "account.wait");
        } else {
            form.rejectValue(field, "account.wait", wait, "account.wait");
        }
    }
}
