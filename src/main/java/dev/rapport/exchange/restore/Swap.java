package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts what a scratch schema holds in the place of the live tables, in one transaction: others see all of the old or all
 * of the new. Tables that no archive holds stay as they are, for they serve the running program.
 */
final class Swap {
    /** Tables with their indexes, triggers and own sequences apart: what else migrations may have made. */
    private static final String FUNCTIONS = """
            SELECT format('%%s %%I.%%I(%%s)', CASE p.prokind WHEN 'p' THEN 'PROCEDURE' WHEN 'a' THEN 'AGGREGATE' ELSE 'FUNCTION' END,
              '%1$s', p.proname, pg_get_function_identity_arguments(p.oid))
            FROM pg_proc p WHERE p.pronamespace = '%2$s'::regnamespace ORDER BY 1""";

    private static final String VIEWS = """
            SELECT format('%%s %%I.%%I', CASE relkind WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'VIEW' END, '%1$s', relname)
            FROM pg_class WHERE relnamespace = '%2$s'::regnamespace AND relkind IN ('v', 'm') ORDER BY oid DESC""";

    private final Sql sql;
    private final String scratch;

    Swap(ScratchSchema scratch) {
        this.sql = new Sql(scratch.holder());
        this.scratch = scratch.name();
    }

    /** What has to happen with the tables, or not at all. */
    interface Alongside {
        void run() throws IOException;
    }

    void run(SchemaContents restored, Alongside files) throws SQLException, IOException {
        List<String> tables =
                restored.tables().stream().map(Manifest.Table::name).toList();
        List<String> views = sql.texts(VIEWS.formatted(scratch, scratch));
        List<String> functions = sql.texts(FUNCTIONS.formatted(scratch, scratch));
        sql.connection().setAutoCommit(false);
        sql.execute("SET LOCAL lock_timeout = '20s'; SELECT pg_advisory_xact_lock(hashtext('rapport set-up'))");
        requireEmpty(sql);
        // each statement fails where something would be lost that isn't brought back
        sql.executeAll(inLive(views, "DROP %s"));
        sql.execute("DROP TABLE IF EXISTS "
                + String.join(
                        ", ",
                        tables.stream()
                                .map(name -> Sql.name(ScratchSchema.LIVE, name))
                                .toList()));
        sql.executeAll(inLive(functions, "DROP %s"));
        sql.executeAll(Stream.concat(
                        functions.stream(),
                        Stream.concat(tables.stream().map(name -> "TABLE " + Sql.name(scratch, name)), views.stream()))
                .map(moved -> "ALTER " + moved + " SET SCHEMA " + ScratchSchema.LIVE)
                .toList());
        // those of the running program, of which the live ones stay
        sql.execute("DROP TABLE "
                + String.join(
                        ", ",
                        restored.leftOut().stream()
                                .map(name -> Sql.name(scratch, name))
                                .toList()));
        sql.execute("DROP SCHEMA " + scratch);
        files.run();
        sql.connection().commit();
        sql.connection().setAutoCommit(true);
    }

    /** Asked again under the lock of the set-up: somebody may have been quicker. */
    static void requireEmpty(Sql sql) throws SQLException {
        String found = sql.texts("SELECT (EXISTS (SELECT FROM " + ScratchSchema.LIVE + ".account)"
                        + " OR EXISTS (SELECT FROM " + ScratchSchema.LIVE + ".customer))::text")
                .get(0);
        if (!found.equals("false")) {
            throw new CannotRestore(Reason.NOT_EMPTY, "");
        }
    }

    private List<String> inLive(List<String> objects, String statement) {
        return objects.stream()
                .map(object -> statement.formatted(object.replaceFirst(" " + scratch + "\\.", " IF EXISTS public.")))
                .toList();
    }
}
