package dev.rapport.metrics.acquisition;

import dev.rapport.platform.Refused;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Money spent on winning customers by a channel on a day. */
@Entity
@Table(name = "acquisition_cost")
class AcquisitionCost {

    private static final BigDecimal MOST = new BigDecimal("1E14");
    private static final int FINEST = 4;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String channel;
    private LocalDate spentOn;
    private BigDecimal amount;
    private @Nullable String note;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected AcquisitionCost() {}

    AcquisitionCost(CostEntry entry, Instant createdAt) {
        if (entry.amount().signum() <= 0) {
            throw new Refused("amount", "metrics.refused.positive");
        }
        if (entry.amount().compareTo(MOST) >= 0
                || entry.amount().stripTrailingZeros().scale() > FINEST) {
            throw new Refused("amount", "metrics.refused.size");
        }
        this.channel = entry.channel();
        this.spentOn = entry.spentOn();
        this.amount = entry.amount();
        this.note = entry.note();
        this.createdAt = createdAt;
    }

    Long id() {
        return id;
    }

    String channel() {
        return channel;
    }
}
