package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Pages of numbers ask no more for many customers than for two, and who looks again has nothing worked out again. */
@WebTest
class NumbersStatementsTest {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    /** @param first statements where all is worked out, again those of the next view */
    @ParameterizedTest
    @CsvSource({
        "/numbers/satisfaction, 24, 11",
        "/numbers/cohorts, 40, 9",
        "/numbers/clv/model, 40, 10",
        "/numbers/clv/customers, 20, 6",
        "/numbers/rfm, 20, 9",
        "/numbers/rfm/champions, 20, 9",
        "/numbers/acquisition, 26, 13",
        "/numbers/what-if, 20, 5",
        "/numbers/goals, 12, 5",
        "/numbers/snapshots, 30, 5",
        "/numbers/retention, 28, 9",
        "/numbers/survival, 28, 9",
        "/numbers/nps, 28, 9",
    })
    void asksLittle(String page, int first, int again) {
        twoCustomers(business.today());
        statements("/numbers/clv/model"); // asks for the fits, which the next ones find asked for
        assertThat(statements(page)).hasSizeLessThanOrEqualTo(first);
        BusinessOfTwoYears.in(jdbc);

        assertThat(statements(page)).hasSizeLessThanOrEqualTo(first);
        assertThat(statements(page)).hasSizeLessThanOrEqualTo(again);
    }

    private List<String> statements(String page) {
        return Statements.of(
                () -> assertThat(http.get().uri(page).with(owner()).exchange()).hasStatusOk());
    }

    private void twoCustomers(LocalDate today) {
        for (int i = 0; i < 2; i++) {
            long customer = jdbc.sql("""
                            INSERT INTO customer (name, sort_key, stage, source, acquired_on, created_at)
                            VALUES (?, ''::bytea, 'PURCHASE', 'Fair', '2000-01-01', now()) RETURNING id
                            """).param("C" + i).query(Long.class).single();
            for (int k = 0; k < 4; k++) {
                jdbc.sql("""
                                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                                VALUES (?, ?, 10, 'USD', 1, 10, now())
                                """).params(customer, today.minusDays(150L * k + i)).update();
            }
            jdbc.sql(
                            "INSERT INTO answer (customer_id, survey, score, answered_on, created_at) VALUES (?, 'NPS', 9, ?, now())")
                    .params(customer, today.minusDays(3))
                    .update();
        }
    }
}
