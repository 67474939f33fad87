package dev.rapport.exchange;

import dev.rapport.customer.CustomerMatch;
import dev.rapport.customer.PhoneNumbers;
import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.ImportKind;
import dev.rapport.exchange.source.Outcome;
import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.Row;
import dev.rapport.exchange.source.RowReader;
import dev.rapport.exchange.source.TableReader;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Brings one file in, in the caller's transaction: copies its rows beside, finds their customers, then stores by sets. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportRun {
    /** Stands in for the customer of what has none while those of the others are found. */
    private static final long NOBODY = 0;

    /** One import runs at a time: it may have more than the pages. */
    private static final String MEMORY_FOR_SORTING = "24MB";

    /** Pages are told that somebody else writes; what runs for minutes waits for them instead. */
    static final String WAIT_FOR_OTHERS = "SET LOCAL lock_timeout = 0";

    private final DataSource database;
    private final JdbcTemplate jdbc;
    private final PhoneNumbers phones;
    private final CustomerKeys keys;
    private final CustomerMatch match;
    private final StagedCustomers customers;
    private final CustomerOutcomes outcomes;
    private final List<FactDoor> doors;
    private final ImportPlans plans;
    private final BusinessSettings business;

    ImportRun(
            DataSource database,
            JdbcTemplate jdbc,
            PhoneNumbers phones,
            CustomerKeys keys,
            CustomerMatch match,
            StagedCustomers customers,
            CustomerOutcomes outcomes,
            List<FactDoor> doors,
            ImportPlans plans,
            BusinessSettings business) {
        this.database = database;
        this.jdbc = jdbc;
        this.phones = phones;
        this.keys = keys;
        this.match = match;
        this.customers = customers;
        this.outcomes = outcomes;
        this.doors = doors;
        this.plans = plans;
        this.business = business;
    }

    /** Does all of it but the storing, which would hold up others: what the import comes to is known before. */
    Counts attempt(long importId, Path file, FilePlan plan, Progress progress) {
        stage(importId, file, plan, progress);
        if (plan.kind() == ImportKind.CUSTOMERS) {
            outcomes.decide(plan);
            return counts(importId, plan.kind(), 0, progress);
        }
        check(door(plan.kind()), importId);
        Integer customers =
                jdbc.queryForObject("SELECT count(DISTINCT customer_id) FROM staged WHERE is_new", Integer.class);
        return counts(importId, plan.kind(), customers == null ? 0 : customers, progress);
    }

    Counts run(long importId, Path file, FilePlan plan, Progress progress) {
        stage(importId, file, plan, progress);
        Counts counts = plan.kind() == ImportKind.CUSTOMERS
                ? storeCustomers(plan, importId, progress)
                : storeFacts(door(plan.kind()), plan, importId, progress);
        progress.storing();
        return counts;
    }

    /** Copies the rows beside and finds their customers; refused ones are out then. */
    private void stage(long importId, Path file, FilePlan plan, Progress progress) {
        jdbc.execute(WAIT_FOR_OTHERS);
        jdbc.execute("SET LOCAL work_mem = '" + MEMORY_FOR_SORTING + "'");
        Staging staging = new Staging(database, importId, plan);
        progress.interruptedBy(staging::cancel);
        progress.expect(plan.sample().rowsIn(file.toFile().length()));
        try {
            copy(file, plan, staging, progress);
        } catch (RuntimeException e) {
            staging.breakOff();
            throw e;
        }
        progress.storing();
        keys.find(plan);
        if (plan.kind() == ImportKind.TASKS) {
            keepNobodysApart();
        }
        match.run(Staging.TABLE);
        if (plan.kind() == ImportKind.TASKS) {
            jdbc.update("UPDATE staged SET customer_id = NULL WHERE customer_id = ?", NOBODY);
        }
        staging.dropRefused("NULL", "refused_args");
        if (!plan.createCustomers()) {
            refuseUnknown(staging);
        }
        progress.storing();
    }

    /** A task that names nobody makes no customer. */
    private void keepNobodysApart() {
        jdbc.update("""
                UPDATE staged SET customer_id = ?, is_new = false
                WHERE coalesce(customer_key, external_id, email_normalized, phone_normalized) IS NULL""", NOBODY);
    }

    /** While rows are copied, the transaction's connection takes nothing else: whatever the database knows is asked before. */
    private void copy(Path file, FilePlan plan, Staging staging, Progress progress) {
        var reader = new RowReader(plan, plans.region());
        LocalDate today = business.today();
        UnaryOperator<String> phone = phones.normalizer();
        long rows = 0;
        try (TableReader table = TableReader.open(file, plan.dialect())) {
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                progress.read(++rows);
                Outcome outcome = reader.read(row.get());
                if (outcome instanceof Outcome.Rejected rejected) {
                    staging.reject(rejected.row().line(), rejected.reason());
                } else if (outcome instanceof Outcome.Accepted accepted) {
                    stage(accepted, staging, phone, today);
                } else {
                    progress.passOver();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        staging.close();
    }

    private void stage(Outcome.Accepted accepted, Staging staging, UnaryOperator<String> phone, LocalDate today) {
        try {
            staging.add(StagedPerson.of(accepted.row(), phone, today));
        } catch (Refused e) {
            String[] args = Arrays.stream(e.args()).map(String::valueOf).toArray(String[]::new);
            staging.reject(accepted.row().line(), new Reason(e.field(), e.key(), List.of(args)));
        }
    }

    private void refuseUnknown(Staging staging) {
        jdbc.update("""
                UPDATE staged SET refused_key = 'exchange.row.unknown-customer',
                  refused_args = ARRAY[coalesce(external_id, email, phone, name, company)] WHERE is_new""");
        staging.dropRefused("NULL", "refused_args");
    }

    private Counts storeCustomers(FilePlan plan, long importId, Progress progress) {
        outcomes.decide(plan);
        Counts counts = counts(importId, plan.kind(), 0, progress);
        customers.insertNew(plan, importId, true);
        customers.update(plan, importId);
        customers.completeImages(importId);
        keys.remember(plan);
        return counts;
    }

    private void check(FactDoor door, long importId) {
        door.check("SELECT row_no, customer_id, %s FROM staged".formatted(door.columns()), "staged_fact");
        jdbc.update("""
                INSERT INTO import_rejection (import_id, line, field, key, args)
                SELECT ?, row_no, refused_field, refused_key, CASE WHEN refused_arg IS NULL THEN '{}' ELSE ARRAY[refused_arg] END
                FROM staged_fact WHERE action IS NULL""", importId);
        jdbc.update("DELETE FROM staged WHERE row_no IN (SELECT row_no FROM staged_fact WHERE action IS NULL)");
        jdbc.update("DELETE FROM staged_fact WHERE action IS NULL");
    }

    private Counts storeFacts(FactDoor door, FilePlan plan, long importId, Progress progress) {
        check(door, importId);
        progress.storing();
        int made = customers.insertNew(plan, importId, false);
        customers.adopt(plan, importId);
        keys.remember(plan);
        Counts counts = counts(importId, plan.kind(), made, progress);
        progress.storing();
        // Others wait for the end from here on.
        door.store("staged_fact", importId);
        if (door.changes()) {
            jdbc.update("""
                    INSERT INTO import_image (import_id, entity, record_id, before, after)
                    SELECT ?, ?, fact_id, before, after FROM staged_fact WHERE action = 'UPDATED'""", importId, door.entity());
        }
        customers.completeImages(importId);
        return counts;
    }

    private FactDoor door(ImportKind kind) {
        return doors.stream().filter(it -> it.kind() == kind).findFirst().orElseThrow();
    }

    private Counts counts(long importId, ImportKind kind, int customersCreated, Progress progress) {
        String table = kind.isFact() ? "staged_fact" : "staged";
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                SELECT count(*) FILTER (WHERE action = 'CREATED'), count(*) FILTER (WHERE action = 'UPDATED'),
                  count(*) FILTER (WHERE action = 'UNCHANGED'),
                  (SELECT count(*) FROM import_rejection WHERE import_id = ?)
                FROM %s""".formatted(table),
                (row, n) -> new Counts(
                        row.getInt(1),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        customersCreated,
                        progress.passedOver()),
                importId));
    }
}
