package dev.rapport.metrics;

import dev.rapport.platform.Refused;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What customers are told apart by, side by side. */
public enum GroupKind {
    CHANNEL("SELECT nullif(btrim(c.source), '') AS name"),
    /** As of the end of the period, as {@link CustomerGroup} has it. */
    STAGE("""
            SELECT CASE WHEN EXISTS (SELECT FROM stage_change s WHERE s.customer_id = c.id AND s.changed_on > :to)
                   THEN coalesce((SELECT s.stage FROM stage_change s WHERE s.customer_id = c.id AND s.changed_on <= :to
                                  ORDER BY s.changed_on DESC, s.id DESC LIMIT 1), 'PURCHASE')
                   ELSE c.stage END AS name"""),
    TAG("SELECT unnest(c.tags) AS name"),
    PRODUCT("""
            SELECT DISTINCT product.name FROM purchase JOIN product ON product.id = purchase.product_id
            WHERE purchase.customer_id = c.id AND purchase.amount >= 0 AND purchase.purchased_on <= :to""");

    private final String names;

    GroupKind(String names) {
        this.names = names;
    }

    /** SQL for the names of the groups that a customer (alias c) is in by the day {@code :to}. */
    String names() {
        return names;
    }

    /** As in addresses and as {@link CustomerGroup} names them. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** By channel unless another is asked for. */
    public static GroupKind of(@Nullable String code) {
        return code == null || code.isBlank()
                ? CHANNEL
                : Arrays.stream(values())
                        .filter(kind -> kind.code().equals(code))
                        .findFirst()
                        .orElseThrow(() -> new Refused("by", "metrics.refused.by"));
    }
}
