package dev.rapport.exchange;

import dev.rapport.customer.CustomerTakeBack;
import dev.rapport.customer.CustomerTakeBack.Going;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes an import back, in the caller's transaction; or counts what that would come to. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ImportUndo {
    private static final Going NO_FACTS = new Going("", "false");

    private final JdbcTemplate jdbc;
    private final List<FactDoor> doors;
    private final CustomerTakeBack customers;
    private final UndoNotes notes;

    ImportUndo(JdbcTemplate jdbc, List<FactDoor> doors, CustomerTakeBack customers, UndoNotes notes) {
        this.jdbc = jdbc;
        this.doors = doors;
        this.customers = customers;
        this.notes = notes;
    }

    UndoReport preview(ImportDetails details) {
        long id = details.id();
        notes.begin();
        Optional<FactDoor> door = door(details);
        int facts = door.map(it -> {
                    noteTouched(it, id);
                    return count(it.entity() + " f WHERE f.import_id = ? AND " + going(it, id), id);
                })
                .orElse(0);
        Going going = door.map(it -> new Going(it.entity(), going(it, id))).orElse(NO_FACTS);
        customers.preview(id, going, UndoNotes.TABLE);
        return notes.soFar(details, facts, customers.count(id, going));
    }

    void run(ImportDetails details) {
        long id = details.id();
        jdbc.execute(ImportRun.WAIT_FOR_OTHERS);
        notes.begin();
        int facts = door(details).map(it -> takeBack(it, id)).orElse(0);
        int gone = customers.remove(id, UndoNotes.TABLE);
        customers.restore(id, UndoNotes.TABLE);
        notes.keep(id, facts, gone);
    }

    private int takeBack(FactDoor door, long id) {
        noteTouched(door, id);
        int before = count(door.entity() + " WHERE import_id = ?", id);
        int kept = door.remove(id).size();
        jdbc.execute("CREATE TEMPORARY TABLE undo_fact (fact_id bigint, before jsonb, after jsonb) ON COMMIT DROP");
        int images = jdbc.update(
                "INSERT INTO undo_fact SELECT record_id, before, after FROM import_image WHERE import_id = ? AND entity = ?",
                id,
                door.entity());
        if (images > 0) {
            door.restore("undo_fact");
        }
        jdbc.execute("DROP TABLE undo_fact");
        return before - kept;
    }

    /** The facts that the import made or changed and somebody changed since. */
    private void noteTouched(FactDoor door, long id) {
        jdbc.update("""
                INSERT INTO undo_kept (entity, record_id, how)
                SELECT '%1$s', f.id, 'EDITED' FROM %1$s f WHERE f.import_id = ? AND NOT %2$s
                UNION
                SELECT '%1$s', f.id, 'EDITED' FROM import_image i JOIN %1$s f ON f.id = i.record_id
                WHERE i.import_id = ? AND i.entity = '%1$s' AND NOT to_jsonb(f) @> i.after
                  AND NOT to_jsonb(f) @> (i.before - 'version')""".formatted(door.entity(), going(door, id)), id, id);
    }

    private static String going(FactDoor door, long id) {
        return "(" + door.going().replace(":import", String.valueOf(id)) + ")";
    }

    private Optional<FactDoor> door(ImportDetails details) {
        return doors.stream().filter(it -> it.kind() == details.kind()).findFirst();
    }

    private int count(String rows, long id) {
        Integer count = jdbc.queryForObject("SELECT count(*) FROM " + rows, Integer.class, id);
        return count == null ? 0 : count;
    }
}
