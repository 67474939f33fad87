package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.source.Delimiter;
import dev.rapport.exchange.source.SameCustomers;
import dev.rapport.testing.WebTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The same 500 customers in each encoding and with each delimiter are the same customers once they are stored. */
@WebTest
class SameCustomersImportTest {
    private static final String STORED = """
            SELECT concat_ws('|', c.external_id, c.name, c.city, c.birthday, c.tags, c.about, c.stage, c.kind, c.search_text, encode(c.sort_key, 'hex'),
              (SELECT string_agg(concat_ws(' ', p.kind, p.value, p.normalized, p.position), ',' ORDER BY p.kind, p.position)
               FROM contact_point p WHERE p.customer_id = c.id))
            FROM customer c ORDER BY c.external_id""";

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Test
    void areStoredAsTheSame() {
        List<List<String>> rows = SameCustomers.rows("Zoë Müller, “Søn”", "Málaga");
        List<String> expected = stored("UTF-8", Delimiter.COMMA, false, rows);
        assertThat(expected).hasSize(500);
        assertThat(expected.get(0))
                .contains("C0|Zoë Müller, “Søn” 0|Málaga|1980-01-01|{vip,0}|Says \"yes\";\nthen, perhaps,\tno");
        for (String encoding : List.of("UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "windows-1252")) {
            for (Delimiter delimiter : Delimiter.values()) {
                // With a mark where the encoding has one and without, in turn.
                boolean marked = encoding.startsWith("UTF") && delimiter.ordinal() % 2 == 0;
                assertThat(stored(encoding, delimiter, marked, rows))
                        .as(encoding + " " + delimiter)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void areStoredAsTheSameInChinese() {
        List<List<String>> rows = SameCustomers.rows("欧阳小明", "深圳市");
        List<String> expected = stored("UTF-8", Delimiter.COMMA, true, rows);
        assertThat(expected.get(0)).contains("C0|欧阳小明 0|深圳市|");
        assertThat(stored("GB18030", Delimiter.BLANKS, false, rows)).isEqualTo(expected);
        assertThat(stored("UTF-16LE", Delimiter.TAB, true, rows)).isEqualTo(expected);
    }

    private List<String> stored(String encoding, Delimiter delimiter, boolean marked, List<List<String>> rows) {
        var imports = new Imports(http);
        Map<String, Object> done =
                imports.file("customers", SameCustomers.file(encoding, delimiter, marked, rows), Map.of());
        assertThat(done)
                .as(encoding + " " + delimiter)
                .containsEntry("state", "DONE")
                .containsEntry("created", 500);
        List<String> stored = jdbc.sql(STORED).query(String.class).list();
        imports.undo(done);
        assertThat(jdbc.sql("SELECT count(*) FROM customer")
                        .query(Integer.class)
                        .single())
                .isZero();
        return stored;
    }
}
