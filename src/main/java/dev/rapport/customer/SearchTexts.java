package dev.rapport.customer;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes {@code customer.search_text} from the rows: the same for one customer and for an import's. */
@Component
class SearchTexts {
    private static final String TEXT = """
            search_text(c.name, c.company, c.external_id, (
              SELECT string_agg(
                CASE p.kind WHEN 'EMAIL' THEN p.value
                ELSE p.normalized || ' ' || regexp_replace(p.value, '\\D', '', 'g') END, ' ' ORDER BY p.position)
              FROM contact_point p WHERE p.customer_id = c.id))""";

    private final JdbcClient jdbc;

    SearchTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param customers a condition on {@code c.id} */
    void write(String customers, Map<String, ?> params) {
        jdbc.sql("UPDATE customer c SET search_text = %s WHERE %s".formatted(TEXT, customers))
                .params(params)
                .update();
    }

    /** The same where most texts are right already: reading is far cheaper than writing. */
    void mend(String customers, Map<String, ?> params) {
        jdbc.sql("""
                        UPDATE customer m SET search_text = t.text
                        FROM (SELECT c.id, c.search_text AS present, %s AS text FROM customer c WHERE %s) t
                        WHERE m.id = t.id AND t.text <> t.present""".formatted(TEXT, customers)).params(params).update();
    }
}
