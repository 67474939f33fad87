package dev.rapport.exchange;

import dev.rapport.customer.CustomerErased;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes an erased person out of what imports left: images, refused rows that name them, and the files that brought them. */
@Component
class ImportErasure {
    private static final Logger LOG = LoggerFactory.getLogger(ImportErasure.class);
    private final JdbcClient jdbc;
    private final Uploads uploads;

    ImportErasure(JdbcClient jdbc, Uploads uploads) {
        this.jdbc = jdbc;
        this.uploads = uploads;
    }

    /** Before the other modules: while the person's rows still tell which imports brought them. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CustomerErased erased) {
        List<String> files = jdbc.sql("""
                        SELECT DISTINCT i.stored_as FROM import i WHERE i.id IN (
                          SELECT import_id FROM customer WHERE id = :id
                          UNION SELECT import_id FROM purchase WHERE customer_id = :id
                          UNION SELECT import_id FROM answer WHERE customer_id = :id
                          UNION SELECT import_id FROM interaction WHERE customer_id = :id
                          UNION SELECT import_id FROM task WHERE customer_id = :id
                          UNION SELECT import_id FROM import_image WHERE entity = 'customer' AND record_id = :id
                          UNION SELECT import_id FROM import_rejection WHERE args && CAST(:known AS text[]))""")
                .param("id", erased.customerId())
                .param("known", erased.known().toArray(String[]::new))
                .query(String.class)
                .list();
        jdbc.sql("DELETE FROM import_rejection WHERE args && CAST(:known AS text[])")
                .param("known", erased.known().toArray(String[]::new))
                .update();
        jdbc.sql("""
                        DELETE FROM import_image WHERE entity = 'customer' AND record_id = :id
                          OR entity = 'purchase' AND record_id IN (SELECT id FROM purchase WHERE customer_id = :id)
                          OR entity = 'answer' AND record_id IN (SELECT id FROM answer WHERE customer_id = :id)
                          OR entity = 'interaction' AND record_id IN (SELECT id FROM interaction WHERE customer_id = :id)
                          OR entity = 'task' AND record_id IN (SELECT id FROM task WHERE customer_id = :id)""").param("id", erased.customerId()).update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                files.forEach(ImportErasure.this::discard);
            }
        });
    }

    private void discard(String storedAs) {
        try {
            uploads.discard(storedAs);
        } catch (RuntimeException e) {
            LOG.warn("The file {} of an import names an erased customer and could not be deleted", storedAs, e);
        }
    }
}
