package dev.rapport.exchange.source;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which sign stands before the cents; the other one groups thousands. */
public enum DecimalSign {
    POINT(".", "\\d+|\\d{1,3}(,\\d{2,3})+", "\\."),
    COMMA(",", "\\d+|\\d{1,3}(\\.\\d{2,3})+", ",");

    private final String symbol;
    private final Pattern shape;

    DecimalSign(String symbol, String whole, String sign) {
        this.symbol = symbol;
        this.shape = Pattern.compile("-?((" + whole + ")(" + sign + "\\d*)?|" + sign + "\\d+)");
    }

    public String symbol() {
        return symbol;
    }

    static Optional<DecimalSign> of(String symbol) {
        return symbol.equals(".") ? Optional.of(POINT) : symbol.equals(",") ? Optional.of(COMMA) : Optional.empty();
    }

    /** The number meant, without its currency and grouping; brackets or a minus at the end mean below zero. */
    Optional<BigDecimal> parse(String text) {
        if (isPlain(text)) {
            return Optional.of(new BigDecimal(this == POINT ? text : text.replace(',', '.')));
        }
        String bare = NumberText.bare(text);
        if (!shape.matcher(bare).matches()) {
            return Optional.empty();
        }
        String plain =
                this == POINT ? bare.replace(",", "") : bare.replace(".", "").replace(',', '.');
        return Optional.of(new BigDecimal(plain));
    }

    /** Most numbers are nothing but ASCII digits around one sign: they need no pattern. */
    private boolean isPlain(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int signs = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean sign = c == symbol.charAt(0) && i > start;
            signs += sign ? 1 : 0;
            if (!sign && (c < '0' || c > '9')) {
                return false;
            }
        }
        return signs < 2 && text.length() > start;
    }

    static boolean looksNumeric(String text) {
        String bare = NumberText.bare(text);
        return POINT.shape.matcher(bare).matches() || COMMA.shape.matcher(bare).matches();
    }

    /** Above zero for a point, below for a comma, 0 where the text leaves it open. */
    static int evidence(String text) {
        String bare = NumberText.bare(text);
        int point = bare.lastIndexOf('.');
        int comma = bare.lastIndexOf(',');
        if (point < 0 && comma < 0) {
            return 0;
        }
        if (point >= 0 && comma >= 0) {
            return point > comma ? 1 : -1;
        }
        int last = Math.max(point, comma);
        boolean repeated = bare.indexOf(bare.charAt(last)) != last;
        boolean threeBehind = bare.length() - last == 4;
        boolean zeroBefore = bare.substring(0, last).replace("-", "").matches("0*");
        int forIt = point >= 0 ? 1 : -1;
        return repeated ? -forIt : threeBehind && !zeroBefore && last <= 4 ? 0 : forIt;
    }
}
