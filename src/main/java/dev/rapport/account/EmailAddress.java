package dev.rapport.account;

import java.util.regex.Pattern;

/** Knows what can be an e-mail address: something on either side of the last @, no blanks. The mail itself is the proof. */
public final class EmailAddress {
    private static final Pattern SHAPE = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,253}");

    private EmailAddress() {}

    public static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }
}
