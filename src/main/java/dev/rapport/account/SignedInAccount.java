package dev.rapport.account;

import dev.rapport.platform.web.SignedIn;

/** The account that a request comes from; {@code name} is the e-mail address where no name was given. */
public record SignedInAccount(long id, String email, String name, Role role, String language) implements SignedIn {
    @Override
    public boolean owner() {
        return role == Role.OWNER;
    }
}
