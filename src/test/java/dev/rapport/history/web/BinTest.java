package dev.rapport.history.web;

import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.history.Bin;
import dev.rapport.interaction.InteractionService;
import dev.rapport.task.Plan;
import dev.rapport.task.TaskService;
import dev.rapport.testing.MovableClock;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class BinTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    CustomerService customers;

    @Autowired
    TaskService tasks;

    @Autowired
    InteractionService interactions;

    @Autowired
    Bin bin;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    private long marta;
    private long taskGone;
    private long customerGone;

    @BeforeEach
    void aTaskDeletedAndThenItsCustomer() {
        marta = customers
                .register(
                        CustomerMother.named("Marta Bianchi"),
                        Contacts.of("marta@x.example", null),
                        LifecycleStage.LOYALTY)
                .id();
        tasks.plan(new Plan("Send the catalogue", LocalDate.of(2026, 3, 1)), marta);
        taskGone = tasks.delete(tasks.plan(new Plan("Call about the bag", LocalDate.of(2026, 3, 1)), marta)
                .id());
        customerGone = customers.delete(marta).changeId();
    }

    @Test
    void showsWhatWasDeletedAndByWhom() {
        assertThat(get("/bin"))
                .hasStatusOk()
                .bodyText()
                .contains("Marta Bianchi", "Call about the bag", "Rapport")
                .doesNotContain("Send the catalogue");
        assertThat(get("/bin?kind=task"))
                .bodyText()
                .contains("Call about the bag")
                .doesNotContain("Marta Bianchi");
        assertThat(get("/bin?kind=purchase")).bodyText().contains("The bin is empty");
    }

    @Test
    void bringsBackManyCustomersBeforeTheirFacts() {
        assertThat(post("/bin/restore?id=" + taskGone + "&id=" + customerGone)).hasRedirectedUrl("/bin");
        assertThat(jdbc.sql("SELECT title FROM task ORDER BY 1")
                        .query(String.class)
                        .list())
                .containsExactly("Call about the bag", "Send the catalogue");
        assertThat(jdbc.sql("SELECT next_task_title FROM customer_summary")
                        .query(String.class)
                        .single())
                .isIn("Call about the bag", "Send the catalogue");
        assertThat(get("/bin")).bodyText().contains("The bin is empty");
    }

    @Test
    void saysThatAFactNeedsItsCustomerFirst() {
        assertThat(post("/bin/restore?id=" + taskGone)).hasRedirectedUrl("/bin");
        assertThat(jdbc.sql("SELECT count(*) FROM task").query(Long.class).single())
                .isZero();
        assertThat(get("/bin")).bodyText().contains("Call about the bag");
    }

    @Test
    void deletesForGoodOnlyWhenTheOwnerIsSure() {
        assertThat(post("/bin/removal?id=" + customerGone))
                .hasStatusOk()
                .bodyText()
                .contains("Marta Bianchi", "sure=true");
        assertThat(get("/bin")).bodyText().contains("Marta Bianchi");
        assertThat(http.post()
                        .uri("/bin/removal?sure=true&id=" + customerGone)
                        .with(helper())
                        .with(csrf()))
                .hasStatus(403);

        assertThat(post("/bin/removal?sure=true&id=" + customerGone)).hasRedirectedUrl("/bin");

        assertThat(get("/bin")).bodyText().doesNotContain("Marta Bianchi", "Call about the bag");
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM change_log WHERE concat(before, after, words) ILIKE ANY('{%marta%,%catalogue%,%bag%}')")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(get("/customers/" + marta + "/history"))
                .hasStatusOk()
                .bodyText()
                .contains("deleted the customer", "deleted for good");
    }

    @Test
    void isEmptiedAfterThirtyDays() {
        clock.advance(Duration.ofDays(29));
        assertThat(bin.purge()).isZero();
        clock.advance(Duration.ofDays(2));
        assertThat(get("/bin")).bodyText().contains("The bin is empty");
        assertThat(bin.purge()).isEqualTo(2);
        assertThat(bin.purge()).isZero();
        assertThat(jdbc.sql(
                                "SELECT count(*) FROM change_log WHERE customer_id IS NOT NULL AND coalesce(before, after) IS NOT NULL")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void leavesAloneWhatCameBack() {
        post("/bin/restore?id=" + customerGone);
        clock.advance(Duration.ofDays(31));
        assertThat(bin.purge()).isOne();
        assertThat(jdbc.sql("SELECT count(*) FROM customer").query(Long.class).single())
                .isOne();
        assertThat(jdbc.sql("SELECT emptied_at IS NULL FROM change_log WHERE id = " + customerGone)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void takesAsManyStatementsHoweverMuchThereIs() {
        assertThat(Statements.of(() -> get("/bin"))).hasSizeLessThanOrEqualTo(4);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(owner()).exchange();
    }

    private MvcTestResult post(String path) {
        return http.post().uri(path).with(owner()).with(csrf()).exchange();
    }
}
