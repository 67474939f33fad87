package dev.rapport.platform.web;

import dev.rapport.platform.Refused;
import org.springframework.validation.BindingResult;

/** Shows a broken rule on the form that broke it. */
public final class FormErrors {
    private FormErrors() {}

    /** At its field, or above the form where it belongs to none. */
    public static void add(BindingResult form, Refused refused) {
        if (refused.field() == null) {
            form.reject(refused.key(), refused.args(), refused.key());
        } else {
            form.rejectValue(refused.field(), refused.key(), refused.args(), refused.key());
        }
    }
}
