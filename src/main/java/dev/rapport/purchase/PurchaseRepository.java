package dev.rapport.purchase;

import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PurchaseRepository extends Repository<Purchase, Long> {
    Purchase saveAndFlush(Purchase purchase);

    void delete(Purchase purchase);

    Optional<Purchase> findById(long id);

    /** Its row stays locked, so that two refunds at once cannot exceed it together. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("SELECT p FROM Purchase p WHERE p.id = :id")
    Optional<Purchase> findLocked(long id);

    @Query("SELECT coalesce(sum(p.amount), 0) FROM Purchase p WHERE p.refundOf = :id AND p.id <> :except")
    BigDecimal refunded(long id, long except);

    List<Purchase> findByRefundOf(long id);

    /** Whether it, or the purchase that it refunds, gave back more than it brought. */
    @Query("""
            SELECT count(o) > 0 FROM Purchase o
            WHERE (o.id = :id OR o.id = (SELECT r.refundOf FROM Purchase r WHERE r.id = :id))
              AND o.amount + (SELECT coalesce(sum(s.amount), 0) FROM Purchase s WHERE s.refundOf = o.id) < 0
              AND EXISTS (SELECT 1 FROM Purchase t WHERE t.refundOf = o.id)""")
    boolean isOverRefunded(long id);

    @Query("SELECT min(p.purchasedOn) FROM Purchase p WHERE p.refundOf = :id")
    @Nullable
    LocalDate firstRefundOn(long id);
}
