package dev.rapport.account.web;

import dev.rapport.account.EmailAddress;
import dev.rapport.account.People.Newcomer;
import dev.rapport.platform.Line;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

record InvitationForm(
        @Line @NotBlank(message = "{account.required}") String name,

        @Line
        @NotBlank(message = "{account.required}")
        @Pattern(regexp = EmailAddress.TYPED, message = "{account.email.invalid}")
        String email,

        @NotBlank(message = "{account.required}") String password,
        String language) {

    InvitationForm {
        name = Fields.line(name);
        email = Fields.line(email);
        password = Fields.asTyped(password);
        language = Fields.line(language);
    }

    Newcomer toNewcomer() {
        return new Newcomer(email, name, password, Fields.language("language", language));
    }
}
