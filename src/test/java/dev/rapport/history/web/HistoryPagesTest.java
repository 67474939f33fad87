package dev.rapport.history.web;

import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerKind;
import dev.rapport.customer.CustomerProfile;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.platform.Actor;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.Via;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.MovableClock;
import dev.rapport.testing.Statements;
import dev.rapport.testing.WebTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class HistoryPagesTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    CustomerService customers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @Test
    void sayWhoChangedWhatInWords() {
        long id = ana();
        edit(id, profile("Ana Rossi", "Milan", null), Contacts.of("ana@new.example", null));

        assertThat(get("/customers/" + id + "/history"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Olivia Owner changed the customer “Ana Rossi”: City, E-mail",
                        "Rome",
                        "Milan",
                        "ana@old.example",
                        "ana@new.example",
                        "Olivia Owner added the customer “Ana Rossi”",
                        "by hand");
        edit(id, profile("Ana Rossi", "Turin", null), Contacts.of("ana@new.example", null));
        assertThat(get("/customers/" + id + "/history"))
                .bodyText()
                .contains("changed the customer “Ana Rossi”: City from “Milan” to “Turin”");
        assertThat(get("/customers/" + id + "/history?lang=x")).hasStatusOk();
    }

    @Test
    void speakChinese() {
        long id = ana();
        edit(id, profile("Ana Rossi", "Milan", null), Contacts.of("ana@old.example", null));
        assertThat(http.get()
                        .uri("/customers/" + id + "/history")
                        .header("Accept-Language", "zh-CN")
                        .with(owner()))
                .hasStatusOk();
    }

    @Test
    void shortenLongTextsToWhatDiffers() {
        long id = ana();
        String start = "word ".repeat(400);
        edit(id, profile("Ana Rossi", "Rome", start + "tea." + start), Contacts.NONE);
        edit(id, profile("Ana Rossi", "Rome", start + "coffee." + start), Contacts.NONE);

        String page = body("/customers/" + id + "/history?after=" + "");
        assertThat(page).contains("coffee.");
        assertThat(page.substring(0, page.indexOf("coffee."))
                        .lines()
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
                .isLessThan(1000);
    }

    @Test
    void showWhatStaysBeforeAnOlderChangeIsUndone() {
        long id = ana();
        long first = edit(id, profile("Anna Rossi", "Milan", null), Contacts.NONE);
        edit(id, profile("Annie Rossi", "Milan", null), Contacts.NONE);

        assertThat(post("/changes/" + first + "/undo")).hasRedirectedUrl("/changes/" + first);
        assertThat(get("/changes/" + first))
                .hasStatusOk()
                .bodyText()
                .contains("Changed since", "Annie Rossi", "Ana Rossi", "Undo the rest");
        assertThat(post("/changes/" + first + "/undo-rest")).hasRedirectedUrl("/customers/" + id);
        assertThat(jdbc.sql("SELECT name || ', ' || city FROM customer")
                        .query(String.class)
                        .single())
                .isEqualTo("Annie Rossi, Rome");
    }

    @Test
    void undoAnUndo() {
        long id = ana();
        long change = edit(id, profile("Ana Rossi", "Milan", null), Contacts.of("ana@old.example", null));
        post("/changes/" + change + "/undo");

        assertThat(get("/customers/" + id + "/history")).bodyText().contains("undid a change of", "Redo", "undone");
        long undoing = jdbc.sql("SELECT id FROM change_log WHERE undoes = :id")
                .param("id", change)
                .query(Long.class)
                .single();
        post("/changes/" + undoing + "/undo");
        assertThat(jdbc.sql("SELECT city FROM customer").query(String.class).single())
                .isEqualTo("Milan");
    }

    @Test
    void sayWhyAnOldChangeCannotBeUndone() {
        long id = ana();
        clock.advance(Duration.ofDays(31));
        assertThat(get("/customers/" + id + "/history")).bodyText().contains("older than 30 days");
    }

    @Test
    void findChangesByTextPersonKindWayAndDay() {
        long id = ana();
        edit(id, profile("Ana Rossi", "Milan", null), Contacts.of("ana@old.example", null));
        CurrentActor.actingAs(
                new Actor(Accounts.HELPER, false, Via.API),
                () -> customers.register(profile("王小明", null, null), Contacts.NONE, LifecycleStage.AWARENESS));

        assertThat(get("/changes")).hasStatusOk().bodyText().contains("王小明", "City from “Rome” to “Milan”");
        assertThat(get("/changes?query=milan")).bodyText().contains("Milan").doesNotContain("王小明");
        assertThat(get("/changes?query=小明")).bodyText().contains("王小明").doesNotContain("Milan");
        assertThat(get("/changes?who=2")).bodyText().contains("王小明").doesNotContain("Milan");
        assertThat(get("/changes?way=API")).bodyText().contains("王小明").doesNotContain("Milan");
        assertThat(get("/changes?kind=task")).bodyText().contains("Nothing found");
        assertThat(get("/changes?kind=customer&from=2020-01-01&to=2020-01-02"))
                .bodyText()
                .contains("Nothing found");
        assertThat(get("/changes?kind=nonsense&way=x&from=y")).hasStatusOk();
    }

    @Test
    void takeAsManyStatementsHoweverMuchThereIs() {
        long id = ana();
        int few =
                statements("/customers/" + id + "/history") + statements("/changes") + statements("/changes?query=ana");
        for (int i = 0; i < 20; i++) {
            edit(id, profile("Ana Rossi", "Town " + i, null), Contacts.NONE);
        }
        int many =
                statements("/customers/" + id + "/history") + statements("/changes") + statements("/changes?query=ana");
        assertThat(many).isEqualTo(few).isLessThanOrEqualTo(12);
    }

    @Test
    void offerAHelperOnlyTheirOwnChangesToUndo() {
        ana();
        assertThat(http.get().uri("/changes").with(helper()))
                .hasStatusOk()
                .bodyText()
                .contains("only they or the owner can undo it");
    }

    private int statements(String path) {
        return Statements.of(() -> get(path)).size();
    }

    private long ana() {
        return asOlivia(() -> customers
                .register(
                        profile("Ana Rossi", "Rome", null),
                        Contacts.of("ana@old.example", null),
                        LifecycleStage.AWARENESS)
                .id());
    }

    private long edit(long id, CustomerProfile profile, Contacts contacts) {
        int version = jdbc.sql("SELECT version FROM customer WHERE id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        return asOlivia(() -> customers.edit(id, version, profile, contacts).changeId());
    }

    private static long asOlivia(java.util.function.Supplier<Long> work) {
        return CurrentActor.actingAs(new Actor(Accounts.OWNER, true, Via.PAGE), work);
    }

    private static CustomerProfile profile(String name, @Nullable String city, @Nullable String needs) {
        return new CustomerProfile(
                CustomerKind.PERSON,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                city,
                null,
                null,
                null,
                LocalDate.of(2026, 3, 1),
                List.of(),
                needs,
                null);
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(owner()).exchange();
    }

    private String body(String path) {
        try {
            return get(path).getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult post(String path) {
        return http.post().uri(path).with(owner()).with(csrf()).exchange();
    }
}
