package dev.rapport.exchange.source;

/**
 * Counts characters as GB18030 would read them. Chinese text stays almost wholly in the old GB2312 zone, both bytes from A1 on;
 * an accented Latin letter in another encoding is mostly followed by a plain one, which is a legal but unusual pair. What
 * GB2312 lacks takes four bytes, of which every second is a digit: hardly ever seen elsewhere.
 */
final class GbCount {
    private long common;
    private long unusual;
    private long illegal;
    private int place;
    private int lead;

    void accept(int octet) {
        switch (place) {
            case 0 -> begin(octet);
            case 1 -> second(octet);
            case 2 -> place = octet > 0x80 && octet < 0xFF ? 3 : broken();
            default -> {
                common += isDigit(octet) ? 1 : 0;
                place = isDigit(octet) ? 0 : broken();
            }
        }
    }

    private void begin(int octet) {
        if (octet == 0x80 || octet == 0xFF) {
            illegal++;
        } else if (octet > 0x80) {
            lead = octet;
            place = 1;
        }
    }

    private void second(int octet) {
        place = 0;
        if (lead <= 0xF7 && lead >= 0xA1 && octet >= 0xA1 && octet <= 0xFE) {
            common++;
        } else if (isDigit(octet)) {
            place = 2;
        } else if (octet >= 0x40 && octet != 0x7F && octet != 0xFF) {
            unusual++;
        } else {
            illegal++;
        }
    }

    private int broken() {
        illegal++;
        return 0;
    }

    private static boolean isDigit(int octet) {
        return octet >= '0' && octet <= '9';
    }

    boolean isLikely() {
        return common > 4 * (unusual + 4 * illegal);
    }
}
