package dev.rapport.customer;

import dev.rapport.platform.Reading;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is only ever added to a customer: stages and consents, latest first. */
@Component
@Reading
public class CustomerHistory {

    /** The stage that holds from a day on. */
    public record StageEntry(LifecycleStage stage, LocalDate changedOn) {}

    private final JdbcClient jdbc;

    CustomerHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<StageEntry> stages(long customerId) {
        return jdbc.sql("""
                        SELECT stage, changed_on FROM stage_change WHERE customer_id = :id
                        ORDER BY changed_on DESC, id DESC LIMIT 100""").param("id", customerId).query(StageEntry.class).list();
    }

    public List<ConsentEntry> consents(long customerId) {
        return jdbc.sql("""
                        SELECT purpose, given, happened_on, how, wording FROM consent WHERE customer_id = :id
                        ORDER BY happened_on DESC, id DESC LIMIT 200""").param("id", customerId).query(ConsentEntry.class).list();
    }

    /** A consent with the moment that it was written down. */
    public record Proof(
            String purpose,
            boolean given,
            LocalDate happenedOn,
            String how,
            @Nullable String wording,
            Instant createdAt,
            @Nullable LocalDate withdrawnOn) {}

    /** By purpose, oldest first; a consent given knows when it was withdrawn. */
    public List<Proof> proofs(long customerId) {
        return jdbc.sql("""
                        SELECT c.purpose, c.given, c.happened_on, c.how, c.wording, c.created_at,
                          CASE WHEN c.given THEN (
                            SELECT min(w.happened_on) FROM consent w
                            WHERE w.customer_id = c.customer_id AND w.purpose = c.purpose AND NOT w.given
                              AND (w.happened_on, w.id) > (c.happened_on, c.id)) END AS withdrawn_on
                        FROM consent c WHERE c.customer_id = :id
                        ORDER BY c.purpose, c.happened_on, c.id LIMIT 1000""").param("id", customerId).query(Proof.class).list();
    }

    /** The latest word on each purpose. */
    public List<ConsentEntry> currentConsents(long customerId) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (purpose) purpose, given, happened_on, how, wording FROM consent WHERE customer_id = :id
                        ORDER BY purpose, happened_on DESC, id DESC""").param("id", customerId).query(ConsentEntry.class).list();
    }
}
