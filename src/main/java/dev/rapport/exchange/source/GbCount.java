package dev.rapport.exchange.source;

/**
 * Counts double-byte characters as GB18030 would read them. Chinese text stays almost wholly in the old GB2312 zone, both bytes
 * from A1 on; an accented Latin letter is mostly followed by a plain one, which is a legal but unusual pair.
 */
final class GbCount {
    private long common;
    private long unusual;
    private long illegal;
    private int lead;

    void accept(int octet) {
        if (lead == 0) {
            if (octet == 0x80 || octet == 0xFF) {
                illegal++;
            } else if (octet > 0x80) {
                lead = octet;
            }
            return;
        }
        if (lead <= 0xF7 && lead >= 0xA1 && octet >= 0xA1 && octet <= 0xFE) {
            common++;
        } else if (octet >= 0x40 && octet != 0x7F && octet != 0xFF || octet >= 0x30 && octet <= 0x39) {
            unusual++;
        } else {
            illegal++;
        }
        lead = 0;
    }

    boolean isLikely() {
        return common > 4 * (unusual + 4 * illegal);
    }
}
