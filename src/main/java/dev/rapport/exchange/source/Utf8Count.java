package dev.rapport.exchange.source;

/** Counts well-formed and broken multi-byte sequences of UTF-8, byte by byte. */
final class Utf8Count {
    private long wellFormed;
    private long broken;
    private int expected;

    void accept(int octet) {
        if (expected > 0) {
            if ((octet & 0xC0) == 0x80) {
                if (--expected == 0) {
                    wellFormed++;
                }
                return;
            }
            expected = 0;
            broken++;
        }
        if (octet >= 0x80) {
            expected = octet >= 0xF5 || octet < 0xC2 ? 0 : octet >= 0xF0 ? 3 : octet >= 0xE0 ? 2 : 1;
            if (expected == 0) {
                broken++;
            }
        }
    }

    /** A few broken bytes among many good sequences are a damaged file, not another encoding. */
    boolean isLikely() {
        return broken == 0 || wellFormed > 20 * broken;
    }
}
