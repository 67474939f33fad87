package dev.rapport.exchange;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names this database in what it exports: a record without a number of its own goes out under one made of this name, a letter
 * for what it is and its row's. Here it leads back to the record, in another database it is a number like any other.
 */
@Component
public class ExportOrigin {
    public static final char CUSTOMER = 'c';
    public static final char PURCHASE = 'p';
    public static final char ANSWER = 'a';
    public static final char INTERACTION = 'i';
    public static final char TASK = 't';

    private final JdbcClient jdbc;

    ExportOrigin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Made at the first export. */
    @Transactional
    public String name() {
        jdbc.sql(
                        "INSERT INTO export_origin (name) VALUES ('r' || substr(md5(gen_random_uuid()::text), 1, 10)) ON CONFLICT DO NOTHING")
                .update();
        return known().orElseThrow();
    }

    /** SQL for the row that a text column means, null where it is another's number. */
    String rowOf(String column, char what) {
        String prefix = known().map(it -> it + "-" + what).orElse(null);
        return prefix == null
                ? "NULL::bigint"
                : "CASE WHEN %1$s LIKE '%2$s%%' AND substr(%1$s, %3$d) ~ '^[0-9]{1,18}$' THEN substr(%1$s, %3$d)::bigint END"
                        .formatted(column, prefix, prefix.length() + 1);
    }

    private Optional<String> known() {
        return jdbc.sql("SELECT name FROM export_origin").query(String.class).optional();
    }
}
