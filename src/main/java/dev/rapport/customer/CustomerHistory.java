package dev.rapport.customer;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is only ever added to a customer: stages and consents, latest first. */
@Component
@Transactional(readOnly = true)
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
                        SELECT purpose, given, happened_on, how FROM consent WHERE customer_id = :id
                        ORDER BY happened_on DESC, id DESC LIMIT 200""").param("id", customerId).query(ConsentEntry.class).list();
    }

    /** The latest word on each purpose. */
    public List<ConsentEntry> currentConsents(long customerId) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (purpose) purpose, given, happened_on, how FROM consent WHERE customer_id = :id
                        ORDER BY purpose, happened_on DESC, id DESC""").param("id", customerId).query(ConsentEntry.class).list();
    }
}
