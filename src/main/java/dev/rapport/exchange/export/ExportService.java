package dev.rapport.exchange.export;

import dev.rapport.exchange.ExportOrigin;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Forbidden;
import java.io.Writer;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the founder's data out, whatever its size: one snapshot, read by a cursor. The owner's alone. */
@Service
public class ExportService {
    private static final int ROWS_AT_ONCE = 1000;

    private final NamedParameterJdbcTemplate jdbc;
    private final TransactionTemplate snapshot;
    private final ExportOrigin origin;
    private final CurrentActor actor;

    ExportService(
            DataSource database, PlatformTransactionManager transactions, ExportOrigin origin, CurrentActor actor) {
        var template = new JdbcTemplate(database);
        template.setFetchSize(ROWS_AT_ONCE);
        this.jdbc = new NamedParameterJdbcTemplate(template);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.origin = origin;
        this.actor = actor;
    }

    /** Before the first byte of an answer is written. */
    public void requireOwner() {
        if (!actor.get().owner()) {
            throw new Forbidden("export");
        }
    }

    public void csv(Export what, Writer out) {
        read(what, new CsvFile(out));
    }

    public void cards(Writer out) {
        read(Export.CUSTOMERS, new CardsFile(out));
    }

    private void read(Export what, ResultSetExtractor<Long> file) {
        requireOwner();
        Map<String, String> parameters = Map.of("origin", origin.name());
        snapshot.executeWithoutResult(status -> jdbc.query(what.sql(), parameters, file));
    }
}
