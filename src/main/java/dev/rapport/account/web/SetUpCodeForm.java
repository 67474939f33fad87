package dev.rapport.account.web;

/** What a visitor from elsewhere types off the console. */
record SetUpCodeForm(String code) {
    SetUpCodeForm {
        code = Fields.line(code);
    }
}
