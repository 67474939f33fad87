package dev.rapport.exchange;

import dev.rapport.customer.CustomerTakeBack;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import back, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportUndo {
    private final JdbcTemplate jdbc;
    private final List<FactDoor> doors;
    private final CustomerTakeBack customers;

    ImportUndo(JdbcTemplate jdbc, List<FactDoor> doors, CustomerTakeBack customers) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.customers = customers;
    }

    UndoReport run(ImportDetails details) {
        long id = details.id();
        int facts = 0;
        var factsKept = new ArrayList<Long>();
        for (FactDoor door : doors) {
            if (door.kind() == details.kind()) {
                int before = count(door.entity(), id);
                List<Long> touched = door.remove(id);
                facts = before - touched.size();
                factsKept.addAll(touched);
                factsKept.addAll(restoreFacts(door, id));
            }
        }
        CustomerTakeBack.Removed removed = customers.remove(id);
        var customersKept = new ArrayList<>(removed.kept());
        customersKept.addAll(restoreCustomers(id));
        return new UndoReport(details.kind(), facts, removed.gone(), factsKept, removed.stripped(), customersKept);
    }

    private List<Long> restoreFacts(FactDoor door, long id) {
        images("undo_fact", "record_id AS fact_id", door.entity(), id);
        List<Long> touched = empty("undo_fact") ? List.of() : door.restore("undo_fact");
        jdbc.execute("DROP TABLE undo_fact");
        return touched;
    }

    private List<CustomerTakeBack.Kept> restoreCustomers(long id) {
        images("undo_customer", "record_id", "customer", id);
        List<CustomerTakeBack.Kept> touched = customers.restore("undo_customer", id);
        jdbc.execute("DROP TABLE undo_customer");
        return touched;
    }

    private void images(String table, String record, String entity, long id) {
        jdbc.execute(
                "CREATE TEMPORARY TABLE %s ON COMMIT DROP AS SELECT %s, before, after FROM import_image WHERE false"
                        .formatted(table, record));
        jdbc.update(
                "INSERT INTO %s SELECT record_id, before, after FROM import_image WHERE import_id = ? AND entity = ?"
                        .formatted(table),
                id,
                entity);
    }

    private boolean empty(String table) {
        return Boolean.TRUE.equals(
                jdbc.queryForObject("SELECT NOT EXISTS (SELECT 1 FROM " + table + ")", Boolean.class));
    }

    private int count(String entity, long id) {
        Integer count =
                jdbc.queryForObject("SELECT count(*) FROM %s WHERE import_id = ?".formatted(entity), Integer.class, id);
        return count == null ? 0 : count;
    }
}
