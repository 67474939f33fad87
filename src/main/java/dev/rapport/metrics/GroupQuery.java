package dev.rapport.metrics;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What there is to group customers by. Looks at the latest customers only: however many there are, it takes as long. */
@Component
class GroupQuery {

    private static final int LATEST = 5000;
    private static final int MOST = 30;

    private final JdbcClient jdbc;

    GroupQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most frequent first. */
    List<String> channels() {
        return mostOf("""
                SELECT max(btrim(source)) FROM (
                  SELECT source FROM customer ORDER BY id DESC LIMIT :latest) c
                WHERE btrim(source) <> '' GROUP BY lower(btrim(source)) ORDER BY count(*) DESC, 1 LIMIT :most
                """);
    }

    List<String> tags() {
        return mostOf("""
                SELECT tag FROM (SELECT tags FROM customer ORDER BY id DESC LIMIT :latest) c, unnest(c.tags) tag
                GROUP BY tag ORDER BY count(*) DESC, tag LIMIT :most
                """);
    }

    List<String> products() {
        return jdbc.sql("SELECT name FROM product WHERE archived_at IS NULL ORDER BY lower(name) LIMIT :most")
                .param("most", MOST)
                .query(String.class)
                .list();
    }

    private List<String> mostOf(String sql) {
        return jdbc.sql(sql)
                .param("latest", LATEST)
                .param("most", MOST)
                .query(String.class)
                .list();
    }
}
