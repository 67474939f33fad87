package dev.rapport.platform.web;

/** What the layout needs to know of the account that is signed in; the security principal implements it. */
public interface SignedIn {
    /** What the account menu calls them: a name, else the e-mail address. */
    String name();

    boolean owner();
}
