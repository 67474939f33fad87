package dev.rapport.history;

import dev.rapport.account.BusinessChanged;
import dev.rapport.customer.CustomerErased;
import dev.rapport.customer.ErasureService;
import dev.rapport.platform.Actor;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.CurrentActor;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps {@link ErasureFile}, and erases again whom an older archive has brought back. */
@Component
class ErasedAgain implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ErasedAgain.class);
    private static final String ERASED = "SELECT customer_id, customer_since FROM erasure";
    private final ErasureFile file;
    private final ErasureService erasures;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private boolean running;

    ErasedAgain(
            ErasureFile file,
            ErasureService erasures,
            BusinessSettings business,
            MessageSource messages,
            JdbcClient jdbc) {
        this.file = file;
        this.erasures = erasures;
        this.business = business;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(CustomerErased erased) {
        List<ErasureFile.Line> line = jdbc.sql(
                        "SELECT id AS customer_id, created_at AS customer_since FROM customer WHERE id = :id")
                .param("id", erased.customerId())
                .query(ErasureFile.Line.class)
                .list();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                file.add(line);
            }
        });
    }

    /** A restore from the set-up page says so; the settings of the business, which change seldom, do too. */
    @EventListener
    void on(BusinessChanged changed) {
        eraseAgain();
    }

    /** @return how many were erased again */
    int eraseAgain() {
        int again = 0;
        for (ErasureFile.Line line : file.lines()) {
            boolean isBack = jdbc.sql("""
                            SELECT EXISTS (SELECT FROM customer
                              WHERE id = :id AND created_at = CAST(:since AS timestamptz) AND erased_at IS NULL)""")
                    .param("id", line.customerId())
                    .param("since", line.customerSince().toString())
                    .query(Boolean.class)
                    .single();
            if (isBack) {
                String reason = messages.getMessage("history.erasure.again", null, business.language());
                CurrentActor.actingAs(Actor.JOB, () -> {
                    erasures.erase(line.customerId(), reason);
                    return line;
                });
                again++;
            }
        }
        return again;
    }

    /** Before the web server, so that nobody sees them. */
    @Override
    public void start() {
        int again = eraseAgain();
        if (again > 0) {
            LOG.warn("{} erased customers had come back with an older archive and were erased again", again);
        }
        // What a crash between the database and the file has cost.
        file.add(jdbc.sql(ERASED).query(ErasureFile.Line.class).list());
        running = true;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
