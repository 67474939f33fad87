package dev.rapport.account;

/** Knows what can be an e-mail address: something on either side of the @, no blanks. The mail itself is the proof. */
public final class EmailAddress {
    /** Also matches nothing typed, which is another mistake. */
    public static final String TYPED = "|[^\\s@]{1,64}@[^\\s@]{1,253}";

    private EmailAddress() {}

    public static boolean isValid(String text) {
        return !text.isEmpty() && text.matches(TYPED);
    }
}
