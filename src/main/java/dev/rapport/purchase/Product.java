package dev.rapport.purchase;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something the business sells: a thing or a service. */
@Entity
@Table(name = "product")
class Product {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String name;

    @Enumerated(EnumType.STRING)
    private ProductKind kind;

    private @Nullable BigDecimal price;
    private @Nullable BigDecimal cost;
    private Instant createdAt;
    private @Nullable Instant archivedAt;

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    Product(ProductEntry entry, Instant createdAt) {
        this.createdAt = createdAt;
        set(entry);
    }

    void change(ProductEntry entry) {
        set(entry);
    }

    private void set(ProductEntry entry) {
        name = entry.name();
        kind = entry.kind();
        price = entry.price() == null ? null : Figures.notNegative("price", entry.price());
        cost = entry.cost() == null ? null : Figures.notNegative("cost", entry.cost());
    }

    /** Keeps it out of suggestions; its purchases stay. */
    void archive(Instant at) {
        if (archivedAt == null) {
            archivedAt = at;
        }
    }

    void restore() {
        archivedAt = null;
    }

    boolean hasVersion(@Nullable Integer seen) {
        return seen == null || seen == version;
    }

    Long id() {
        return id;
    }

    String name() {
        return name;
    }
}
