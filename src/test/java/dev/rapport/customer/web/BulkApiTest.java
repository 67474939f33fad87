package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Many customers at once, two made one, and taking it back, by a program. */
@WebTest
class BulkApiTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    private MockMvcTester http;

    private int ana;
    private int ben;

    @BeforeEach
    void twoPeople() throws Exception {
        ana = number(post(CUSTOMERS, "{\"name\": \"Ana\", \"email\": \"ana@x.example\"}"), "$.id");
        ben = number(post(CUSTOMERS, "{\"name\": \"Ben\", \"phone\": \"+49 30 1234567\", \"city\": \"Ulm\"}"), "$.id");
    }

    @Test
    void saysWhatItWouldDoThenDoesItAndTakesItBack() throws Exception {
        String body = "{\"verb\": \"TAG_ADDED\", \"value\": \"vip\", \"all\": true, \"query\": \"an\", \"dryRun\": %s}";
        MvcTestResult tried = post(CUSTOMERS + "/bulk", body.formatted(true));
        assertThat(tried).hasStatusOk();
        assertThat(number(tried, "$.concerned")).isOne();
        assertThat(number(tried, "$.changed")).isZero();
        assertThat(text(tried, "$.first[0].name")).isEqualTo("Ana");
        assertThat(text(tried, "$.changeId")).isNull();
        assertThat(tagsOf(ana)).isEmpty();

        MvcTestResult done = post(CUSTOMERS + "/bulk", body.formatted(false));
        assertThat(number(done, "$.changed")).isOne();
        assertThat(tagsOf(ana)).containsExactly("vip");
        assertThat(number(post(CUSTOMERS + "/bulk", body.formatted(false)), "$.selected"))
                .as("who is so already")
                .isOne();

        MvcTestResult undone = post("/api/v1/changes/" + number(done, "$.changeId") + "/undo", "");
        assertThat(undone).hasStatusOk();
        assertThat(tagsOf(ana)).isEmpty();
        assertThat(post("/api/v1/changes/" + number(done, "$.changeId") + "/undo", ""))
                .hasStatus(400);
        assertThat(post("/api/v1/changes/999999/undo", "")).hasStatus(404);
    }

    @Test
    void doesItOnceForAKey() throws Exception {
        String body = "{\"verb\": \"DELETE\", \"ids\": [" + ben + "]}";
        MvcTestResult first = withKey(body);
        MvcTestResult again = withKey(body);
        assertThat(number(first, "$.changed")).isOne();
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(get(ben)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'verb': 'DELETE'} | ids",
                "{'verb': 'DELETE', 'ids': [1], 'all': true} | ids",
                "{'verb': 'DELETE', 'ids': [null]} | ids",
                "{'all': true} | verb",
                "{'verb': 'STAGE', 'value': 'RICH', 'all': true} | value",
                "{'verb': 'TAG_ADDED', 'all': true} | value",
                "{'verb': 'TAG_ADDED', 'value': 'a', 'all': true, 'stage': 'RICH'} | stage",
            })
    void namesTheFieldThatIsWrong(String body, String field) throws Exception {
        MvcTestResult answer = post(CUSTOMERS + "/bulk", body.replace('\'', '"'));
        assertThat(answer).hasStatus(400);
        assertThat(text(answer, "$.errors[0].field")).isEqualTo(field);
    }

    @Test
    void doesNothingWhenOthersWouldChangeThanExpected() throws Exception {
        assertThat(post(CUSTOMERS + "/bulk", "{\"verb\": \"DELETE\", \"all\": true, \"expected\": 1}"))
                .hasStatus(400);
        assertThat(get(ana)).hasStatusOk();
    }

    @Test
    void makesOneOfTwoAndPartsThemAgain() throws Exception {
        String merge = CUSTOMERS + "/" + ana + "/merge";
        MvcTestResult one = post(merge, "{\"other\": " + ben + ", \"take\": [\"name\"]}");
        assertThat(one).hasStatusOk();
        assertThat(text(one, "$.customer.name")).isEqualTo("Ben");
        assertThat(text(one, "$.customer.email")).isEqualTo("ana@x.example");
        assertThat(text(one, "$.customer.city")).isEqualTo("Ulm");
        assertThat(get(ben)).hasStatus(404);

        assertThat(post("/api/v1/changes/" + number(one, "$.changeId") + "/undo", ""))
                .hasStatusOk();
        assertThat(text(get(ben), "$.city")).isEqualTo("Ulm");

        assertThat(post(merge, "{\"other\": " + ana + "}")).hasStatus(400);
        assertThat(post(merge, "{\"other\": 999999}")).hasStatus(404);
        assertThat(post(merge, "{\"other\": " + ben + ", \"take\": [\"soul\", null]}"))
                .hasStatus(400);
        assertThat(post(merge, "{}")).hasStatus(400);
    }

    private MvcTestResult post(String path, String body) {
        return http.post()
                .uri(path)
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult withKey(String body) {
        return http.post()
                .uri(CUSTOMERS + "/bulk")
                .with(token())
                .header("Idempotency-Key", "bulk-1")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(int id) {
        return http.get().uri(CUSTOMERS + "/" + id).with(token()).exchange();
    }

    private List<String> tagsOf(int id) throws UnsupportedEncodingException {
        return JsonPath.read(get(id).getResponse().getContentAsString(), "$.tags");
    }

    private static int number(MvcTestResult answer, String path) throws UnsupportedEncodingException {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }

    private static String text(MvcTestResult answer, String path) throws UnsupportedEncodingException {
        return JsonPath.read(answer.getResponse().getContentAsString(), path);
    }
}
