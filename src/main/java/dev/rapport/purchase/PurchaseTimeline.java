package dev.rapport.purchase;

import dev.rapport.interaction.Timeline;
import dev.rapport.interaction.TimelineBatch;
import dev.rapport.interaction.TimelineEntry;
import dev.rapport.interaction.TimelineEntry.Source;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the timeline rows of purchases. */
@Component
class PurchaseTimeline {
    /** The same rows for {@link dev.rapport.interaction.TimelineBatch}, of purchases whose ids a query gives. */
    static final String ROWS = """
            SELECT p.customer_id, 'purchase' AS source, p.id AS source_id,
                   CASE WHEN p.amount < 0 THEN 'REFUND' ELSE 'PURCHASE' END AS kind,
                   (p.purchased_on + time '12:00') AT TIME ZONE 'UTC' AS happened_at, true AS all_day,
                   NULL AS direction, m.name AS title, p.note AS body, NULL AS outcome, p.amount, p.currency,
                   NULL::smallint AS score
            FROM purchase p LEFT JOIN product m ON m.id = p.product_id WHERE p.id IN (%s)""";

    /** And of the purchases that a table of {@link PurchaseBatch} has made. */
    static final String NEW_ROWS = """
            SELECT t.customer_id, 'purchase' AS source, t.new_id AS source_id,
                   CASE WHEN t.amount < 0 THEN 'REFUND' ELSE 'PURCHASE' END AS kind,
                   (t.purchased_on + time '12:00') AT TIME ZONE 'UTC' AS happened_at, true AS all_day,
                   NULL AS direction, m.name AS title, t.new_note AS body, NULL AS outcome, t.amount, t.new_currency AS currency,
                   NULL::smallint AS score
            FROM %s t LEFT JOIN product m ON lower(m.name) = lower(t.product) WHERE t.action = 'CREATED'""";

    private final Timeline timeline;
    private final TimelineBatch batch;

    PurchaseTimeline(Timeline timeline, TimelineBatch batch) {
        this.timeline = timeline;
        this.batch = batch;
    }

    void put(Purchase purchase, @Nullable String product) {
        timeline.put(TimelineEntry.on(
                        Source.PURCHASE,
                        purchase.id(),
                        purchase.customerId(),
                        purchase.isRefund() ? "REFUND" : "PURCHASE",
                        purchase.purchasedOn())
                .saying(product, purchase.note())
                .worth(purchase.amount(), purchase.currency()));
    }

    /** A product's new name, in the rows of all its purchases. */
    void renamed(long productId) {
        batch.put(ROWS.formatted("SELECT id FROM purchase WHERE product_id = :product"), Map.of("product", productId));
    }

    void remove(long purchaseId) {
        timeline.remove(Source.PURCHASE, purchaseId);
    }
}
