package dev.rapport.account.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.BeforeSetUp;
import dev.rapport.testing.WebTest;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
@BeforeSetUp
class SetUpPageTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BusinessSettings business;

    private static Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("email", "mei@example.com");
        form.put("password", "tidy-otter-paints-slowly");
        form.put("name", "梅的工作室");
        form.put("language", "zh-CN");
        form.put("country", "CN");
        form.put("currency", "CNY");
        form.put("zone", "Asia/Shanghai");
        form.put("margin", "62,5");
        form.put("rate", "8");
        return form;
    }

    private MvcTestResult send(Map<String, String> form, String... headers) {
        MockMvcTester.MockMvcRequestBuilder request = http.post().uri("/setup").with(csrf());
        form.forEach(request::param);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }

    private long accounts() {
        return jdbc.sql("SELECT count(*) FROM account").query(Long.class).single();
    }

    @Test
    void isWhereEveryPageLeadsBefore() {
        for (String path : List.of("/", "/login", "/customers", "/settings", "/nothing")) {
            assertThat(http.get().uri(path)).hasStatus3xxRedirection().hasRedirectedUrl("/setup");
        }
        assertThat(http.get().uri("/css/base.css")).hasStatusOk();
        assertThat(http.get().uri("/actuator/health/readiness")).hasStatusOk();
        assertThat(http.get().uri("/api/v1/customers")).hasStatus(401);
    }

    @Test
    void makesTheOwnerAndTheBusinessAndIsGoneThen() {
        MvcTestResult done = send(form());
        assertThat(done).hasRedirectedUrl("/");
        assertThat(Browser.of(http, done).get("/settings"))
                .hasStatusOk()
                .bodyText()
                .contains("梅的工作室");
        assertThat(business.name()).isEqualTo("梅的工作室");
        assertThat(business.language()).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(business.country()).isEqualTo("CN");
        assertThat(business.currency()).isEqualTo(Currency.getInstance("CNY"));
        assertThat(business.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(business.grossMargin()).isEqualByComparingTo("62.5");
        assertThat(business.discountRate()).isEqualByComparingTo("8");
        assertThat(http.get().uri("/setup")).hasStatus(404);
        assertThat(send(form())).hasStatus(404);
        assertThat(accounts()).isEqualTo(1);
    }

    @Test
    void proposesFromTheBrowsersLanguage() {
        assertThat(http.get()
                        .uri("/setup")
                        .header("Accept-Language", "de-CH,de;q=0.9")
                        .locale(Locale.forLanguageTag("de-CH")))
                .bodyText()
                .containsPattern("value=\"CH\"[^>]*selected|selected[^>]*value=\"CH\"")
                .containsPattern("value=\"CHF\"[^>]*selected|selected[^>]*value=\"CHF\"")
                .containsPattern("value=\"Europe/Zurich\"[^>]*selected|selected[^>]*value=\"Europe/Zurich\"")
                .contains("name=\"margin\" value=\"60\"");
    }

    @Test
    void keepsWhatWasTypedAndNamesEachProblem() {
        Map<String, String> form = form();
        form.put("email", "no address");
        form.put("name", " ");
        assertThat(send(form))
                .hasStatus(422)
                .bodyText()
                .contains("This is not an e-mail address.", "Please fill this in.", "no address", "62,5")
                .doesNotContain("tidy-otter");
        assertThat(accounts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=Password1234",
                "password=short",
                "language=fr",
                "country=XX",
                "currency=EURO",
                "zone=Mars/Olympus",
                "margin=101",
                "margin=-1",
                "margin=NaN",
                "rate=1e3",
                "rate=abc",
                "name=a\0b"
            })
    void refuses(String field) {
        Map<String, String> form = form();
        form.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        assertThat(send(form)).hasStatus(422).bodyText().contains("field-error");
        assertThat(accounts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "X-Real-IP", "Via"})
    void asksForTheCodeBehindAProxy(String header) {
        assertThat(http.get().uri("/setup").header(header, "127.0.0.1"))
                .bodyText()
                .contains("name=\"code\"");
        assertThat(send(form(), header, "127.0.0.1")).hasStatus(422).bodyText().contains("not the code on the console");
        assertThat(accounts()).isZero();
    }

    @Test
    void asksForTheCodeFromAnotherMachine() {
        MockMvcTester.MockMvcRequestBuilder request = http.post()
                .uri("/setup")
                .with(csrf())
                .with(sent -> {
                    sent.setRemoteAddr("192.168.1.20");
                    return sent;
                });
        form().forEach(request::param);
        assertThat(request).hasStatus(422);
        assertThat(http.get().uri("/setup")).bodyText().doesNotContain("name=\"code\"");
    }

    @Test
    void slowsGuessingTheCode() {
        Map<String, String> form = form();
        form.put("code", "AAAA-AAAA");
        for (int i = 0; i < 5; i++) {
            assertThat(send(form, "Via", "1.1 proxy")).hasStatus(422);
        }
        assertThat(send(form, "Via", "1.1 proxy")).hasStatus(429).containsHeader("Retry-After");
    }

    @Test
    void makesOneOwnerOfTwoAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<Integer>> both = IntStream.range(0, 2)
                .mapToObj(i -> {
                    Map<String, String> form = form();
                    form.put("email", "owner" + i + "@example.com");
                    return (Callable<Integer>) () -> send(form).getResponse().getStatus();
                })
                .toList();
        List<Integer> answers = threads.invokeAll(both).stream()
                .map(SetUpPageTest::get)
                .sorted()
                .toList();
        threads.shutdown();
        assertThat(answers).containsExactly(302, 404);
        assertThat(accounts()).isEqualTo(1);
    }

    private static int get(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
