package dev.rapport.customer;

import java.text.Collator;
import java.util.Arrays;
import java.util.Locale;

/** The bytes that a name sorts by: Latin first, Han by pinyin, whatever language the page is in. */
public final class SortKey {
    private static final int LENGTH = 200;
    private static final Collator COLLATOR = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);

    private SortKey() {}

    public static byte[] of(String name) {
        // Collators are synchronised inside; a copy each keeps imports and pages from waiting for one another.
        byte[] key = ((Collator) COLLATOR.clone()).getCollationKey(name).toByteArray();
        return key.length <= LENGTH ? key : Arrays.copyOf(key, LENGTH);
    }
}
