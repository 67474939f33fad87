package dev.rapport.exchange;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What an undo would leave or has left, noted while it is found and kept with the import once it is done. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class UndoNotes {
    static final String TABLE = "undo_kept";
    private static final String KEPT = "import_kept WHERE import_id = :import";
    private static final int SHOWN = 100;

    private final JdbcClient jdbc;

    UndoNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin() {
        jdbc.sql("CREATE TEMPORARY TABLE undo_kept (entity text, record_id bigint, how text) ON COMMIT DROP")
                .update();
    }

    UndoReport soFar(ImportDetails details, int facts, int customers) {
        return read(details, facts, customers, TABLE + " WHERE :import > 0");
    }

    void keep(long importId, int facts, int customers) {
        jdbc.sql("UPDATE import SET undone_facts = :facts, undone_customers = :customers WHERE id = :import")
                .param("facts", facts)
                .param("customers", customers)
                .param("import", importId)
                .update();
        jdbc.sql("""
                        INSERT INTO import_kept (import_id, entity, record_id, how)
                        SELECT DISTINCT ON (entity, record_id) CAST(:import AS bigint), entity, record_id, how FROM undo_kept
                        ORDER BY entity, record_id, how""").param("import", importId).update();
        jdbc.sql("DROP TABLE undo_kept").update();
    }

    /** Empty when the import wasn't undone, or was before this was kept. */
    @Transactional(readOnly = true)
    Optional<UndoReport> kept(ImportDetails details) {
        return jdbc.sql(
                        "SELECT undone_facts, undone_customers FROM import WHERE id = :import AND undone_customers IS NOT NULL")
                .param("import", details.id())
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2)})
                .optional()
                .map(removed -> read(details, removed[0], removed[1], KEPT));
    }

    private UndoReport read(ImportDetails details, int facts, int customers, String notes) {
        int factsKept = jdbc.sql(
                        "SELECT count(DISTINCT (entity, record_id)) FROM %s AND entity <> 'customer'".formatted(notes))
                .param("import", details.id())
                .query(Integer.class)
                .single();
        return new UndoReport(
                details.kind(),
                facts,
                customers,
                factsKept,
                people(details.id(), notes, "STRIPPED"),
                people(details.id(), notes, "EDITED"));
    }

    private UndoReport.People people(long importId, String notes, String how) {
        String those = "SELECT DISTINCT record_id FROM %s AND entity = 'customer' AND how = :how".formatted(notes);
        return new UndoReport.People(
                jdbc.sql("SELECT count(*) FROM (" + those + ") k")
                        .param("import", importId)
                        .param("how", how)
                        .query(Integer.class)
                        .single(),
                jdbc.sql("SELECT id, name FROM customer WHERE id IN (" + those + ") ORDER BY id LIMIT :shown")
                        .param("import", importId)
                        .param("how", how)
                        .param("shown", SHOWN)
                        .query(UndoReport.Person.class)
                        .list());
    }
}
