package dev.rapport.metrics.web;

import dev.rapport.metrics.WhatIf;
import dev.rapport.platform.Line;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** The numbers to play with, as typed: percentages 0..100. */
record WhatIfForm(
        @Line @Nullable String margin,
        @Line @Nullable String retention,
        @Line @Nullable String discount,
        @Line @Nullable String acquisitionCost) {

    static WhatIfForm of(WhatIf now) {
        return new WhatIfForm(
                now.margin().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                percent(now.retention()),
                percent(now.discount()),
                now.acquisitionCost().setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    boolean blank() {
        return margin == null && retention == null && discount == null && acquisitionCost == null;
    }

    WhatIf changed(WhatIf now) {
        return new WhatIf(
                Typed.number("margin", margin),
                share(),
                rate(),
                notNegative("acquisitionCost", Typed.number("acquisitionCost", acquisitionCost)),
                now.customers(),
                now.newCustomers(),
                now.years());
    }

    private BigDecimal share() {
        BigDecimal share = Typed.percent("retention", retention);
        if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
            throw new Refused("retention", "metrics.refused.percent");
        }
        return share;
    }

    private BigDecimal rate() {
        BigDecimal rate = Typed.percent("discount", discount);
        if (rate.compareTo(BigDecimal.ONE.negate()) <= 0) {
            throw new Refused("discount", "metrics.refused.rate");
        }
        return rate;
    }

    private static BigDecimal notNegative(String field, BigDecimal number) {
        if (number.signum() < 0) {
            throw new Refused(field, "metrics.refused.negative");
        }
        return number;
    }

    private static String percent(BigDecimal share) {
        BigDecimal percent =
                share.movePointRight(2).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return percent.setScale(Math.max(0, percent.scale())).toPlainString();
    }
}
