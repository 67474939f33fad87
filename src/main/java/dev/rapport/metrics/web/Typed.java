package dev.rapport.metrics.web;

import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Numbers as people type them into the calculators: 12,000 or 12000, 5% or 5, full-width digits too. */
final class Typed {

    private static final String THOUSANDS = "\\d{1,3}(,\\d{3})+(\\.\\d*)?";

    private Typed() {}

    static BigDecimal number(String field, @Nullable String typed) {
        String text = typed == null
                ? ""
                : Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s%]", "");
        if (text.isEmpty()) {
            throw new Refused(field, "metrics.refused.missing");
        }
        String plain = text.matches(THOUSANDS) ? text.replace(",", "") : text.replace(',', '.');
        if (!plain.matches("[-+]?(\\d{1,30}(\\.\\d{0,20})?|\\.\\d{1,20})")) {
            throw new Refused(field, "metrics.refused.number");
        }
        return new BigDecimal(plain.endsWith(".") ? plain + "0" : plain);
    }

    /** 5 is five percent. */
    static BigDecimal percent(String field, @Nullable String typed) {
        return number(field, typed).movePointLeft(2);
    }
}
