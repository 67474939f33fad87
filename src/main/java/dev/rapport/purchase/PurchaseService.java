package dev.rapport.purchase;

import dev.rapport.customer.CustomerSummaries;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.ChangeUndone;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to write single purchases; {@link PurchaseBatch} is the door for many. */
@Service
@Transactional
public class PurchaseService {
    /** With its refunds: they go and come back with it, and a change under them cannot be taken back. */
    static final Tracked PURCHASE = Tracked.of("purchase")
            .with("purchase", "t.id = :id OR t.refund_of = :id")
            .with(
                    "timeline_entry",
                    "t.source = 'purchase' AND t.source_id IN (SELECT id FROM purchase WHERE id = :id OR refund_of = :id)");

    private static final long NONE = 0;
    private final PurchaseRepository purchases;
    private final ProductService products;
    private final ExchangeRates rates;
    private final PurchaseTimeline timeline;
    private final CustomerSummaries summaries;
    private final ChangeLog log;
    private final Clock clock;

    PurchaseService(
            PurchaseRepository purchases,
            ProductService products,
            ExchangeRates rates,
            PurchaseTimeline timeline,
            CustomerSummaries summaries,
            ChangeLog log,
            Clock clock) {
        this.purchases = purchases;
        this.products = products;
        this.rates = rates;
        this.timeline = timeline;
        this.summaries = summaries;
        this.log = log;
        this.clock = clock;
    }

    public Written record(long customerId, PurchaseEntry entry) {
        Sale sale = sale(entry);
        return stored(new Purchase(customerId, sale, clock.instant()), sale);
    }

    /** Money back for a purchase: a negative amount, at most what is left of it. */
    public Written refund(long customerId, long purchaseId, PurchaseEntry entry) {
        Purchase original = purchases
                .findLocked(purchaseId)
                .orElseThrow(() -> new Refused("refundOf", "purchase.refused.no-such-purchase"));
        Sale sale = sale(entry);
        BigDecimal refunded = purchases.refunded(purchaseId, NONE);
        return stored(original.refund(customerId, sale, refunded, clock.instant()), sale);
    }

    /**
     * @param version the one that the editor saw; null where nobody looked
     * @return the id of the logged change
     */
    public long change(long id, @Nullable Integer version, PurchaseEntry entry) {
        Purchase purchase = locked(id);
        if (!purchase.hasVersion(version)) {
            throw new OptimisticLockingFailureException("purchase " + id);
        }
        ChangeLog.Pending before = log.before(PURCHASE, id, purchase.customerId());
        Sale sale = sale(entry);
        Long original = purchase.refundOf();
        if (original != null) {
            locked(original).mayBeRefunded(sale, purchases.refunded(original, id));
        }
        purchase.correct(sale, purchases.refunded(id, NONE), purchases.firstRefundOn(id));
        purchases.saveAndFlush(purchase);
        timeline.put(purchase, sale.product());
        refresh(purchase);
        return before.changed();
    }

    /** Its refunds go with it. */
    public long delete(long id) {
        Purchase purchase = locked(id);
        ChangeLog.Pending before = log.before(PURCHASE, id, purchase.customerId());
        purchases.findByRefundOf(id).forEach(this::remove);
        remove(purchase);
        long change = before.deleted();
        refresh(purchase);
        return change;
    }

    /** Taking back a deletion or a correction must not leave a purchase refunded beyond its amount. */
    @EventListener
    void on(ChangeUndone undone) {
        if (undone.entity().equals(PURCHASE.entity()) && purchases.isOverRefunded(undone.entityId())) {
            throw new Refused(null, "purchase.refused.refund-exceeds");
        }
    }

    private Written stored(Purchase purchase, Sale sale) {
        Purchase stored = purchases.saveAndFlush(purchase);
        timeline.put(stored, sale.product());
        refresh(stored);
        return new Written(stored.id(), log.created(PURCHASE, stored.id(), stored.customerId()));
    }

    private void remove(Purchase purchase) {
        timeline.remove(purchase.id());
        purchases.delete(purchase);
    }

    private Sale sale(PurchaseEntry entry) {
        LocalDate day = Figures.day("purchasedOn", entry.purchasedOn());
        BigDecimal amount = Figures.amount("amount", entry.amount());
        String currency = rates.currency("currency", entry.currency());
        BigDecimal rate = rates.forPurchase(currency, day, entry.rate());
        Product product = entry.product() == null ? null : products.named(entry.product());
        return new Sale(
                day,
                amount,
                currency,
                rate,
                entry.cost(),
                product == null ? null : product.id(),
                product == null ? null : product.name(),
                entry.note());
    }

    private void refresh(Purchase purchase) {
        summaries.refresh(PurchaseSummary.class, List.of(purchase.customerId()));
    }

    private Purchase locked(long id) {
        return purchases.findLocked(id).orElseThrow(() -> new NotFound("purchase", id));
    }

    /** A stored purchase and the id of the logged change that made it. */
    public record Written(long id, long changeId) {}
}
