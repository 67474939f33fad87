package dev.rapport.purchase;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads purchases. */
@Service
@Transactional(readOnly = true)
public class PurchaseSearch {
    private static final String SELECT = """
            SELECT p.id, p.version, p.customer_id, p.external_id, p.purchased_on, p.amount, p.currency, p.rate, p.cost,
                   p.base_amount, m.name AS product, p.refund_of, p.note, p.created_at,
                   (SELECT coalesce(sum(r.amount), 0) FROM purchase r WHERE r.refund_of = p.id) AS refunded
            FROM purchase p LEFT JOIN product m ON m.id = p.product_id
            """;
    private final JdbcClient jdbc;

    PurchaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public PurchaseDetails details(long id) {
        return jdbc.sql(SELECT + "WHERE p.id = :id")
                .param("id", id)
                .query(PurchaseDetails.class)
                .optional()
                .orElseThrow(() -> new NotFound("purchase", id));
    }

    /** Latest first. */
    public Slice<PurchaseDetails> ofCustomer(long customerId, int limit, @Nullable Cursor after) {
        return Slice.of(
                jdbc.sql(SELECT + """
                                WHERE p.customer_id = :customer AND (p.purchased_on, p.id) < (:day, :id)
                                ORDER BY p.purchased_on DESC, p.id DESC LIMIT :limit""")
                        .param("customer", customerId)
                        .param("day", after == null ? LocalDate.of(9999, 12, 31) : day(after))
                        .param("id", after == null ? Long.MAX_VALUE : after.id())
                        .param("limit", limit + 1)
                        .query(PurchaseDetails.class)
                        .list(),
                limit,
                row -> new Cursor(row.purchasedOn().toString(), row.id()));
    }

    private static LocalDate day(Cursor after) {
        try {
            return LocalDate.parse(after.value());
        } catch (DateTimeParseException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}
