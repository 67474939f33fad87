package dev.rapport.customer.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class CustomerApiTest {
    private static final String CUSTOMERS = "/api/v1/customers";

    @Autowired
    private MockMvcTester http;

    @Test
    void answersAPostWithTheWholeStoredCustomer() throws Exception {
        MvcTestResult answer = send(HttpMethod.POST, CUSTOMERS, """
                {"name": " 张伟 ", "email": "zhang@example.cn", "phone": "+86 138 0013 8000", "company": "远山茶业",
                 "stage": "RETENTION", "source": "展会", "language": "zh-CN", "birthday": "1984-05-06",
                 "tags": ["茶", "vip"], "acquiredOn": "2025-01-02", "externalId": "C-7", "kind": "PERSON", "role": "店主",
                 "country": "CN", "city": "杭州", "address": "西湖路 1 号", "website": "https://example.cn",
                 "needs": "小包装", "about": "喜欢红茶"}""");
        assertThat(answer).hasStatus(201);
        String body = body(answer);
        int id = JsonPath.read(body, "$.id");
        assertThat(answer).hasHeader("Location", CUSTOMERS + "/" + id);
        assertThat(JsonPath.<String>read(body, "$.name")).isEqualTo("张伟");
        assertThat(JsonPath.<String>read(body, "$.email")).isEqualTo("zhang@example.cn");
        assertThat(JsonPath.<List<String>>read(body, "$.tags")).containsExactly("茶", "vip");
        assertThat(JsonPath.<String>read(body, "$.birthday")).isEqualTo("1984-05-06");
        assertThat(JsonPath.<String>read(body, "$.stage")).isEqualTo("RETENTION");
        assertThat(JsonPath.<Number>read(body, "$.revenue").doubleValue()).isZero();
        assertThat(body(send(HttpMethod.GET, CUSTOMERS + "/" + id, null))).isEqualTo(body);
    }

    @Test
    void changesOnlyWhatAPatchNames() throws Exception {
        int id = create("""
                {"name": "Ann", "emails": ["a@example.com", "b@example.com"], "phone": "555 0100", "company": "Acme",
                 "tags": ["x"], "externalId": "E1"}""");
        String body = body(send(HttpMethod.PATCH, CUSTOMERS + "/" + id, """
                {"company": null, "email": "new@example.com", "stage": "LOYALTY", "tags": []}"""));
        assertThat(JsonPath.<String>read(body, "$.company")).isNull();
        assertThat(JsonPath.<List<String>>read(body, "$.emails")).containsExactly("new@example.com", "b@example.com");
        assertThat(JsonPath.<String>read(body, "$.phone")).isEqualTo("555 0100");
        assertThat(JsonPath.<String>read(body, "$.externalId")).isEqualTo("E1");
        assertThat(JsonPath.<String>read(body, "$.stage")).isEqualTo("LOYALTY");
        assertThat(JsonPath.<List<String>>read(body, "$.tags")).isEmpty();

        body = body(send(HttpMethod.PATCH, CUSTOMERS + "/" + id, "{\"email\": null, \"archived\": true}"));
        assertThat(JsonPath.<String>read(body, "$.email")).isEqualTo("b@example.com");
        assertThat(JsonPath.<Boolean>read(body, "$.archived")).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"\"}                              | name",
                "{\"company\": \"x\"}                          | name",
                "{\"name\": 5}                                 | name",
                "{\"name\": \"x\", \"colour\": \"red\"}        | colour",
                "{\"name\": \"x\", \"stage\": \"FRIEND\"}      | stage",
                "{\"name\": \"x\", \"birthday\": \"1.2.99\"}   | birthday",
                "{\"name\": \"x\", \"birthday\": \"2999-01-01\"} | birthday",
                "{\"name\": \"x\", \"acquiredOn\": \"+99999-01-01\"} | acquiredOn",
                "{\"name\": \"x\", \"email\": \"nobody\"}      | email",
                "{\"name\": \"x\", \"phone\": \"none\"}        | phone",
                "{\"name\": \"x\", \"country\": \"XX\"}        | country",
                "{\"name\": \"x\", \"tags\": \"vip\"}          | tags",
                "{\"name\": \"x\", \"tags\": [\"a,b\"]}        | tags",
                "{\"name\": \"x\", \"tags\": [null]}           | tags",
                "{\"name\": \"a\\u0000b\"}                     | name",
            })
    void namesTheFieldThatIsWrong(String body, String field) throws Exception {
        MvcTestResult answer = send(HttpMethod.POST, CUSTOMERS, body);
        assertThat(answer).hasStatus(400).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(JsonPath.<String>read(body(answer), "$.errors[0].field")).startsWith(field);
    }

    @Test
    void refusesASecondCustomerWithTheSameExternalId() throws Exception {
        create("{\"name\": \"First\", \"externalId\": \"E1\"}");
        MvcTestResult answer = send(HttpMethod.POST, CUSTOMERS, "{\"name\": \"Second\", \"externalId\": \"E1\"}");
        assertThat(answer).hasStatus(400);
        assertThat(body(answer)).contains("externalId", "First");
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String body : List.of("null", "[]", "5", "{", "")) {
            assertThat(send(HttpMethod.POST, CUSTOMERS, body)).hasStatus(400);
        }
    }

    @Test
    void pagesThroughTheListByName() throws Exception {
        for (String name : List.of("Zoe", "Ann", "李四", "Bob", "陈一")) {
            create("{\"name\": \"" + name + "\"}");
        }
        String first = body(send(HttpMethod.GET, CUSTOMERS + "?limit=3", null));
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].name")).containsExactly("Ann", "Bob", "Zoe");
        String next = JsonPath.read(first, "$.next");
        String second = body(send(HttpMethod.GET, CUSTOMERS + "?limit=3&after=" + next, null));
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].name")).containsExactly("陈一", "李四");
        assertThat(JsonPath.<String>read(second, "$.next")).isNull();
        String found =
                body(http.get().uri(CUSTOMERS + "?query={q}", "四").with(token()).exchange());
        assertThat(JsonPath.<List<String>>read(found, "$.items[*].name")).containsExactly("李四");
    }

    @Test
    void deletes() throws Exception {
        int id = create("{\"name\": \"Ann\"}");
        assertThat(send(HttpMethod.DELETE, CUSTOMERS + "/" + id, null)).hasStatus(204);
        assertThat(send(HttpMethod.GET, CUSTOMERS + "/" + id, null)).hasStatus(404);
        assertThat(send(HttpMethod.DELETE, CUSTOMERS + "/" + id, null)).hasStatus(404);
        assertThat(send(HttpMethod.PATCH, CUSTOMERS + "/" + id, "{}")).hasStatus(404);
    }

    @Test
    void asksForAToken() {
        assertThat(http.get().uri(CUSTOMERS).exchange()).hasStatus(401);
    }

    private int create(String body) throws UnsupportedEncodingException {
        MvcTestResult answer = send(HttpMethod.POST, CUSTOMERS, body);
        assertThat(answer).hasStatus(201);
        return JsonPath.read(body(answer), "$.id");
    }

    private MvcTestResult send(HttpMethod method, String uri, String body) {
        var request = http.method(method).uri(uri).with(token());
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private static String body(MvcTestResult answer) throws UnsupportedEncodingException {
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
