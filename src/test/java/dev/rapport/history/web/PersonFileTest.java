package dev.rapport.history.web;

import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.customer.ConsentEntry;
import dev.rapport.customer.ConsentService;
import dev.rapport.customer.Contacts;
import dev.rapport.customer.CustomerMother;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class PersonFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    @Autowired
    MockMvcTester http;

    @Autowired
    CustomerService customers;

    @Autowired
    ConsentService consents;

    private long id;

    @BeforeEach
    void marta() {
        id = customers
                .register(
                        CustomerMother.named("Marta <i> Bianchi"),
                        Contacts.of("marta@x.example", "+39 02 5550118"),
                        LifecycleStage.LOYALTY)
                .id();
        consents.record(id, new ConsentEntry("News", true, DAY, "Ticked <b>", "I want the news, “monthly”."));
        consents.record(id, new ConsentEntry("News", false, DAY.plusDays(9), "By mail"));
        api(
                "purchases",
                "{\"purchasedOn\":\"2026-01-02\",\"amount\":120.5,\"cost\":77,\"product\":\"Silk bag\",\"note\":\"Gift\"}");
        api("interactions", "{\"kind\":\"NOTE\",\"occurredAt\":\"2026-01-01T10:00:00Z\",\"subject\":\"Likes linen\"}");
        api("answers", "{\"survey\":\"NPS\",\"score\":9,\"answeredOn\":\"2026-01-03\",\"comment\":\"Glad\"}");
        api("tasks", "{\"title\":\"Send the catalogue\",\"dueOn\":\"2026-12-01\"}");
    }

    @Test
    void holdsEverythingToReadAndForAMachine() throws IOException {
        Map<String, String> files = zip("en");
        assertThat(files.get("index.html"))
                .contains(
                        "Marta &lt;i&gt; Bianchi",
                        "marta@x.example",
                        "Silk bag",
                        "$120.50",
                        "Gift",
                        "Likes linen",
                        "Glad",
                        "Send the catalogue",
                        "Ticked &lt;b&gt;",
                        "“monthly”",
                        "added the customer",
                        "Loyalty")
                .doesNotContain("77.00", "<i>", "sort_key");
        JsonNode data = new JsonMapper().readTree(files.get("data.json"));
        assertThat(data.path("customer").path(0).path("name").asString()).isEqualTo("Marta <i> Bianchi");
        assertThat(data.path("purchase").path(0).path("product").asString()).isEqualTo("Silk bag");
        assertThat(data.path("consent")).hasSize(2);
        assertThat(data.path("history")).hasSizeGreaterThan(5);
        assertThat(files.get("data.json")).doesNotContain("sort_key", "search_text", "\"cost\"", "\"normalized\"");
    }

    @Test
    void speaksTheLanguageAskedFor() throws IOException {
        assertThat(zip("zh-CN").get("index.html")).contains("我们保存的关于 Marta", "lang=\"zh-CN\"", "购买");
        assertThat(http.get().uri("/customers/" + id + "/data").with(owner())).hasStatusOk();
    }

    @Test
    void isTheOwnersAlone() {
        assertThat(http.get().uri("/customers/" + id + "/data.zip").with(helper()))
                .hasStatus(403);
        assertThat(http.get().uri("/customers/" + id + "/data").with(helper())).hasStatus(403);
        assertThat(http.get().uri("/customers/999/data.zip").with(owner())).hasStatus(404);
    }

    @Test
    void provesConsentsWithTheirWordsAndTheirEnd() {
        assertThat(http.get().uri("/customers/" + id + "/consents/proof").with(owner()))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"consent-" + id + ".html\"")
                .bodyText()
                .contains(
                        "Given: News",
                        "Ticked &lt;b&gt;",
                        "I want the news",
                        "Withdrawn on",
                        "14 Mar 2026",
                        "5 Mar 2026");
    }

    @Test
    void keepsTheWordingOfANewConsent() {
        assertThat(http.post()
                        .uri("/customers/" + id + "/consents")
                        .param("purpose", "Calls")
                        .param("how", "By phone")
                        .param("wording", "May I call you?\r\nYes.")
                        .with(owner())
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(http.get().uri("/customers/" + id + "/consents").with(owner()))
                .bodyText()
                .contains("May I call you?\nYes.");
    }

    private Map<String, String> zip(String language) throws IOException {
        MvcTestResult answer = http.get()
                .uri("/customers/" + id + "/data.zip?language=" + language)
                .with(owner())
                .exchange();
        assertThat(answer).hasStatusOk().hasContentType("application/zip");
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private void api(String what, String body) {
        assertThat(http.post()
                        .uri("/api/v1/customers/" + id + "/" + what)
                        .with(Accounts.token())
                        .contentType("application/json")
                        .content(body))
                .hasStatus(201);
    }
}
