package dev.rapport.account.web;

record SignInForm(String email, String password) {
    SignInForm {
        email = Fields.line(email);
        password = Fields.asTyped(password);
    }
}
