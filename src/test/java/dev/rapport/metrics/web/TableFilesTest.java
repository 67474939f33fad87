package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.owner;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.testing.WebTest;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every table of the pages of numbers as a file. */
@WebTest
class TableFilesTest {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*format=(?:csv|json)[^\"]*)\"");

    @Autowired
    private MockMvcTester http;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BusinessSettings business;

    @BeforeEach
    void aBusiness() {
        BusinessOfTwoYears.in(jdbc);
        jdbc.sql("UPDATE customer SET name = '=HYPERLINK(\"x\")', source = '+Fair, \"big\"' WHERE id % 4 = 0")
                .update();
        jdbc.sql(
                        "INSERT INTO acquisition_cost (channel, spent_on, amount, created_at) VALUES ('@Fair', current_date, 12.5, now())")
                .update();
        jdbc.sql("INSERT INTO chart_note (on_day, text, created_at) VALUES (current_date, '-1 day', now())")
                .update();
    }

    @Test
    void everyLinkOnEveryPageLeadsToAFile() throws UnsupportedEncodingException {
        List<String> wrong = new ArrayList<>();
        int files = 0;
        for (String page : List.of(
                "/numbers?period=90d",
                "/numbers/clv",
                "/numbers/nps?from=2026-01-01&to=2026-06-30",
                "/numbers/clv/model",
                "/numbers/rfm",
                "/numbers/rfm/champions",
                "/numbers/acquisition",
                "/numbers/experiments?trialsA=100&successesA=10&trialsB=100&successesB=20",
                "/numbers/what-if",
                "/numbers/satisfaction?by=channel",
                "/numbers/cohorts",
                "/numbers/notes",
                "/numbers/goals",
                "/numbers/snapshots")) {
            for (String link : links(page)) {
                files++;
                MvcTestResult file = get(link);
                String type = String.valueOf(file.getResponse().getContentType());
                if (file.getResponse().getStatus() != 200
                        || !type.startsWith(link.contains("format=csv") ? "text/csv" : "application/json")) {
                    wrong.add(link + " answers " + file.getResponse().getStatus() + " " + type);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(files).isGreaterThan(30);
    }

    @Test
    void numbersStayNumbersAndWordsAreNoFormulas() {
        String csv = text("/numbers/acquisition?format=csv&table=channels");
        assertThat(csv)
                .startsWith("\uFEFFChannel,Spent (USD),Leads,Conversion (%)")
                .contains("\r\n\"'+Fair, \"\"big\"\"\",");
        assertThat(text("/numbers/acquisition?format=csv&table=costs")).contains(",'@Fair,12.5,");
        assertThat(text("/numbers?format=csv&table=top")).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(text("/numbers/notes?format=csv")).contains("'-1 day");
    }

    @Test
    void jsonNamesUnitsAndKeepsWhatIsNotKnownNull() {
        JsonNode table = JsonMapper.shared().readTree(text("/numbers?format=json&table=figures"));
        assertThat(table.get("rows")).hasSize(6);
        JsonNode nps = table.get("rows").get(0);
        assertThat(nps.get("figure").asString()).isEqualTo("NPS");
        assertThat(nps.get("unit").asString()).isEqualTo("POINTS");
        assertThat(nps.get("value").isNumber()).isTrue();
        assertThat(nps.get("asOf").asString()).isEqualTo(business.today().toString());
        JsonNode revenue = JsonMapper.shared().readTree(text("/numbers?format=json&table=revenue"));
        assertThat(revenue.get("columns").get(1).get("unit").asString()).isEqualTo("USD");
        JsonNode cohorts = JsonMapper.shared().readTree(text("/numbers?format=json&table=cohorts"));
        JsonNode last = cohorts.get("rows").get(cohorts.get("rows").size() - 1);
        String furthest = cohorts.get("columns")
                .get(cohorts.get("columns").size() - 1)
                .get("name")
                .asString();
        assertThat(last.get(furthest).isNull()).as("that month hasn't been yet").isTrue();
    }

    @Test
    void takesAlongEverybodyOfASegmentAndNotOnlyAPage() {
        jdbc.sql("DELETE FROM purchase").update();
        jdbc.sql("""
                INSERT INTO purchase (customer_id, purchased_on, amount, currency, rate, base_amount, created_at)
                SELECT id, current_date - 5, 10, 'USD', 1, 10, now() FROM customer""").update();
        String page = text("/numbers/rfm?format=json&table=segments");
        for (JsonNode segment : JsonMapper.shared().readTree(page).get("rows")) {
            long customers = segment.get("customers").asLong();
            if (customers > 50) {
                String code = segment.get("segment")
                        .asString()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(' ', '-');
                JsonNode all = JsonMapper.shared().readTree(text("/numbers/rfm/" + code + "?format=json"));
                assertThat(all.get("rows")).hasSize((int) customers);
                return;
            }
        }
        throw new AssertionError("No segment has more than a page: " + page);
    }

    @Test
    void speaksTheReadersLanguage() throws UnsupportedEncodingException {
        MvcTestResult file = http.get()
                .uri("/numbers?format=csv&table=revenue")
                .with(owner())
                .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                .exchange();
        assertThat(file.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .contains("老客户");
        assertThat(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .contains("attachment", "rapport-revenue-" + business.today() + ".csv");
    }

    @Test
    void knowsNoOtherTableOrFormat() {
        assertThat(get("/numbers?format=csv&table=nothing")).hasStatus(404);
        assertThat(get("/numbers?format=xlsx&table=top")).hasStatus(400);
        assertThat(get("/numbers/experiments?format=csv")).hasStatus(404);
    }

    private List<String> links(String page) {
        return LINK.matcher(text(page))
                .results()
                .map((MatchResult found) -> found.group(1).replace("&amp;", "&"))
                .toList();
    }

    private String text(String address) {
        try {
            return get(address).getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult get(String address) {
        return http.get().uri(java.net.URI.create(address)).with(owner()).exchange();
    }
}
