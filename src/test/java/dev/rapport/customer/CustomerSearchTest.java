package dev.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Slice;
import dev.rapport.testing.DatabaseTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class CustomerSearchTest {
    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerSearch search;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "bianchi      | Marta Bianchi",
                "MARTA nord   | Marta Bianchi",
                "nord marta   | Marta Bianchi",
                "chi          | Marta Bianchi",
                "ma           | Marta Bianchi",
                "gross        | Jürgen Groß",
                "jurgen       | Jürgen Groß",
                "Jürgen       | Jürgen Groß",
                "明           | 李小明",
                "小明         | 李小明",
                "明月         | 李小明",
                "李 书店      | 李小明",
                "月书         | 李小明",
                "555-0100     | Marta Bianchi",
                "5550100      | Marta Bianchi",
                "202555       | Marta Bianchi",
                "+1 (202) 555 | Marta Bianchi",
                "studionord   | Marta Bianchi",
                "@studionord. | Marta Bianchi",
                "K-77         | Jürgen Groß",
                "100%         | 100% Linen_Shop",
                "n_s          | 100% Linen_Shop",
                "\\           | ",
                "%            | ",
                "zzz          | ",
            })
    void findsByPartsOfAllThatIsWritten(String query, String name) {
        cast();
        List<String> expected = name == null ? List.of() : List.of(name);
        assertThat(names(find(query))).isEqualTo(expected);
        assertThat(search.suggestions(query, 8))
                .extracting(CustomerSuggestion::name)
                .isEqualTo(expected);
    }

    @Test
    void setsEveryWordOfTheQueryApart() {
        cast();
        assertThat(names(find("marta groß"))).isEmpty();
        assertThat(names(find("  "))).hasSize(4);
        assertThat(search.suggestions(" ", 8)).hasSize(4);
    }

    @Test
    void narrowsByStageTagAndArchive() {
        cast();
        long lost = register("Lost Soul", null, LifecycleStage.LOST);
        jdbc.sql("UPDATE customer SET tags = '{vip,茶}' WHERE id = :id")
                .param("id", lost)
                .update();
        customers.archive(register("Old Friend", null, LifecycleStage.LOST));
        assertThat(names(list(new CustomerFilter(null, LifecycleStage.LOST, null, false))))
                .containsExactly("Lost Soul");
        assertThat(names(list(new CustomerFilter(null, null, "茶", false)))).containsExactly("Lost Soul");
        assertThat(names(list(new CustomerFilter("o", null, null, true)))).containsExactly("Old Friend");
        assertThat(search.suggestions("friend", 8)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CustomerSort.class)
    void pagesEveryOrderFromBothEnds(CustomerSort sort) {
        for (int i = 0; i < 23; i++) {
            long id = register("Name " + i % 5, null, LifecycleStage.AWARENESS);
            jdbc.sql("""
                    UPDATE customer_summary SET revenue = :worth,
                      last_contact_at = CASE WHEN :worth > 1 THEN timestamptz '2026-01-01' + :worth * interval '1 hour' END
                    WHERE customer_id = :id""").param("worth", i % 4).param("id", id).update();
        }
        List<Long> down = pages(sort, true);
        List<Long> up = pages(sort, false);
        assertThat(down).hasSize(23).doesNotHaveDuplicates();
        assertThat(up)
                .hasSize(23)
                .isEqualTo(down.stream()
                        .sorted((a, b) -> Integer.compare(down.indexOf(b), down.indexOf(a)))
                        .toList());
    }

    @Test
    void isNotPutOffByCustomersWhoComeInBetween() {
        for (String name : List.of("B", "D", "F", "H")) {
            register(name, null, LifecycleStage.AWARENESS);
        }
        Slice<CustomerRow> first = search.find(CustomerFilter.ALL, CustomerSort.NAME, false, 2, null);
        register("A", null, LifecycleStage.AWARENESS);
        register("E", null, LifecycleStage.AWARENESS);
        Slice<CustomerRow> second =
                search.find(CustomerFilter.ALL, CustomerSort.NAME, false, 10, Cursor.decode(first.next()));
        assertThat(names(first)).containsExactly("B", "D");
        assertThat(names(second)).containsExactly("E", "F", "H");
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        Cursor name = new Cursor("zz", 1);
        for (CustomerSort sort : CustomerSort.values()) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> search.find(CustomerFilter.ALL, sort, false, 10, name));
        }
    }

    @Test
    void suggestsWhoseNameBeginsSoAndWhomTheFounderSpokeToLast() {
        register("Tom Rossi", null, LifecycleStage.AWARENESS);
        long recent = register("Ann Rossi", null, LifecycleStage.AWARENESS);
        register("Rossini", null, LifecycleStage.AWARENESS);
        jdbc.sql("UPDATE customer_summary SET last_contact_at = now() WHERE customer_id = :id")
                .param("id", recent)
                .update();
        assertThat(search.suggestions("ross", 8))
                .extracting(CustomerSuggestion::name)
                .containsExactly("Rossini", "Ann Rossi", "Tom Rossi");
        assertThat(search.suggestions("", 1))
                .extracting(CustomerSuggestion::name)
                .containsExactly("Ann Rossi");
    }

    private List<Long> pages(CustomerSort sort, boolean descending) {
        List<Long> ids = new ArrayList<>();
        Set<String> cursors = new TreeSet<>();
        String next = null;
        do {
            Slice<CustomerRow> slice = search.find(CustomerFilter.ALL, sort, descending, 4, Cursor.decode(next));
            slice.items().forEach(row -> ids.add(row.id()));
            next = slice.next();
        } while (next != null && cursors.add(next));
        return ids;
    }

    private void cast() {
        customers.register(
                CustomerMother.of("Marta Bianchi", "Studio Nord"),
                Contacts.of("marta@studionord.example", "+1 202-555-0100"),
                LifecycleStage.AWARENESS);
        customers.register(CustomerMother.known("Jürgen Groß", "K-77"), Contacts.NONE, LifecycleStage.AWARENESS);
        customers.register(CustomerMother.of("李小明", "明月书店"), Contacts.NONE, LifecycleStage.AWARENESS);
        customers.register(CustomerMother.named("100% Linen_Shop"), Contacts.NONE, LifecycleStage.AWARENESS);
    }

    private long register(String name, String email, LifecycleStage stage) {
        return customers
                .register(CustomerMother.named(name), Contacts.of(email, null), stage)
                .id();
    }

    private Slice<CustomerRow> find(String query) {
        return list(CustomerFilter.matching(query));
    }

    private Slice<CustomerRow> list(CustomerFilter filter) {
        return search.find(filter, CustomerSort.NAME, false, 50, null);
    }

    private static List<String> names(Slice<CustomerRow> rows) {
        return rows.items().stream().map(CustomerRow::name).toList();
    }
}
