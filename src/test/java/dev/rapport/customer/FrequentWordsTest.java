package dev.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Slice;
import dev.rapport.testing.DatabaseTest;
import dev.rapport.testing.Statements;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Searches that find thousands among tens of thousands: whichever way they are found, they are the same in the same order. */
@DatabaseTest
class FrequentWordsTest {
    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SearchWords words;

    private CustomerSearch search;
    private SearchSample sample;

    /** Every fourth is an Ann, spread over the alphabet; a third are called Zed, all of them at its end. */
    @BeforeEach
    void fill() {
        jdbc.sql("""
                INSERT INTO customer (name, sort_key, search_text, stage, acquired_on, created_at)
                SELECT name, convert_to(name, 'UTF8'), search_text(name), 'LOST', '2026-01-01', now()
                FROM (SELECT CASE WHEN n % 3 = 0 THEN 'Zed ' ELSE 'Bea ' END || lpad((n * 7919 % 24001)::text, 5, '0')
                        || CASE WHEN n % 4 = 0 THEN ' Anneke' ELSE '' END AS name FROM generate_series(1, 24000) n) made""").update();
        jdbc.sql("INSERT INTO customer_summary (customer_id) SELECT id FROM customer ON CONFLICT DO NOTHING")
                .update();
        jdbc.sql("ANALYZE customer").update();
        sample = new SearchSample(jdbc);
        search = new CustomerSearch(jdbc, words, sample);
    }

    @Test
    void spreadEvenlyAreFoundAlongTheOrder() {
        assertThat(Statements.of(() -> page("anneke", null))).hasSize(2);
        assertSame("anneke", "%Anneke%");
        assertThat(search.find(CustomerFilter.matching("anneke"), CustomerSort.WORTH, true, 50, null)
                        .items())
                .hasSize(50);
    }

    @Test
    void atTheEndOfTheOrderAreFoundFirstAndSortedThen() {
        assertThat(Statements.of(() -> page("zed", null))).hasSize(3);
        assertSame("zed", "Zed%");
    }

    @Test
    void besideARareWordAreOnlyChecked() {
        List<String> patterns = words.patterns("anneke 12345");
        assertThat(sample.notWorthLookingUp(patterns)).containsExactly(patterns.get(0));
        assertThat(sample.notWorthLookingUp(words.patterns("anneke"))).isEmpty();
        assertThat(page("zed 1234", null).items())
                .extracting(CustomerRow::name)
                .isNotEmpty()
                .isEqualTo(names("Zed%1234%"));
    }

    private void assertSame(String query, String like) {
        List<String> found = new ArrayList<>();
        Slice<CustomerRow> slice = page(query, null);
        for (int pages = 0; pages < 3; pages++) {
            slice.items().forEach(row -> found.add(row.name()));
            slice = page(query, Cursor.decode(slice.next()));
        }
        assertThat(found).isEqualTo(names(like).subList(0, 150));
    }

    private Slice<CustomerRow> page(String query, Cursor after) {
        return search.find(CustomerFilter.matching(query), CustomerSort.NAME, false, 50, after);
    }

    private List<String> names(String like) {
        return jdbc.sql("SELECT name FROM customer WHERE name LIKE :like ORDER BY sort_key, id")
                .param("like", like)
                .query(String.class)
                .list();
    }
}
