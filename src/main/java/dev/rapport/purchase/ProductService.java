package dev.rapport.purchase;

import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.ChangeUndone;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to write products. A change answers the id of its logged change. */
@Service
@Transactional
public class ProductService {
    static final Tracked PRODUCT = Tracked.of("product").with("product", "t.id = :id");
    private final ProductRepository products;
    private final PurchaseTimeline timeline;
    private final JdbcClient jdbc;
    private final ChangeLog log;
    private final Clock clock;

    ProductService(ProductRepository products, PurchaseTimeline timeline, JdbcClient jdbc, ChangeLog log, Clock clock) {
        this.products = products;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.log = log;
        this.clock = clock;
    }

    public Written create(ProductEntry entry) {
        mustBeFree(entry.name(), null);
        Product product = products.saveAndFlush(new Product(entry, clock.instant()));
        return new Written(product.id(), log.created(PRODUCT, product.id(), null));
    }

    /** @param version the one that the editor saw; null where nobody looked */
    public long change(long id, @Nullable Integer version, ProductEntry entry) {
        Product product = find(id);
        if (!product.hasVersion(version)) {
            throw new OptimisticLockingFailureException("product " + id);
        }
        mustBeFree(entry.name(), id);
        ChangeLog.Pending before = log.before(PRODUCT, id, null);
        boolean renamed = !product.name().equals(entry.name());
        product.change(entry);
        products.saveAndFlush(product);
        if (renamed) {
            timeline.renamed(id);
        }
        return before.changed();
    }

    public long archive(long id) {
        ChangeLog.Pending before = log.before(PRODUCT, id, null);
        find(id).archive(clock.instant());
        return before.changed();
    }

    public long restore(long id) {
        ChangeLog.Pending before = log.before(PRODUCT, id, null);
        find(id).restore();
        return before.changed();
    }

    /** The product of that name, made if there is none. Two that ask at once get the same one. */
    Product named(String name) {
        return products.findByName(name).orElseGet(() -> {
            jdbc.sql("""
                            INSERT INTO product (name, created_at) VALUES (:name, :at)
                            ON CONFLICT (lower(name)) DO NOTHING RETURNING id""")
                    .param("name", name)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .query(Long.class)
                    .optional()
                    .ifPresent(id -> log.created(PRODUCT, id, null));
            return products.findByName(name).orElseThrow();
        });
    }

    /** An undone change may have been a renaming. */
    @EventListener
    void on(ChangeUndone undone) {
        if (undone.entity().equals(PRODUCT.entity())) {
            timeline.renamed(undone.entityId());
        }
    }

    private void mustBeFree(String name, @Nullable Long mine) {
        products.findByName(name).filter(other -> !other.id().equals(mine)).ifPresent(other -> {
            throw new Refused("name", "purchase.refused.product-exists", other.name());
        });
    }

    private Product find(long id) {
        return products.findById(id).orElseThrow(() -> new NotFound("product", id));
    }

    /** A stored product and the id of the logged change that made it. */
    public record Written(long id, long changeId) {}
}
