package dev.rapport.account;

/** The account that a request comes from, as pages show it. */
public record SignedIn(
        long id, String email, String name, Role role, String language, Theme theme, boolean shortcuts) {

    public boolean isOwner() {
        return role == Role.OWNER;
    }

    /** How to call the person: the name, else the e-mail address. */
    public String called() {
        return name.isBlank() ? email : name;
    }
}
