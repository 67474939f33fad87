package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.exchange.source.RealFiles;
import dev.rapport.testing.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** x, tx, T and m of the 2,357 customers at 1997-09-30, as a stranger reads them after the import. */
final class CdnowBuyers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double ROUNDED = 0.0051;

    private CdnowBuyers() {}

    static void areAsPublished(MockMvcTester http) throws IOException {
        List<String> published = Files.readAllLines(RealFiles.named("cdnow_customers_summary_with_transactions.csv"));
        List<JsonNode> found = http.get()
                .uri("/api/v1/metrics/clv/customers?asOf=1997-09-30")
                .with(Accounts.token())
                .exchange()
                .getResponse()
                .getContentAsString()
                .lines()
                .map(JSON::readTree)
                .sorted(Comparator.comparing(one -> one.get("externalId").asString()))
                .toList();
        assertThat(found).hasSize(2357).hasSize(published.size() - 1);
        for (int i = 0; i < found.size(); i++) {
            JsonNode one = found.get(i);
            String[] cells = published.get(i + 1).split(",");
            assertThat(one.get("x").asInt()).isEqualTo((int) Double.parseDouble(cells[1]));
            assertThat(one.get("tx").asDouble()).isCloseTo(Double.parseDouble(cells[2]), within(ROUNDED));
            assertThat(one.get("T").asDouble()).isCloseTo(Double.parseDouble(cells[3]), within(ROUNDED));
            assertThat(one.get("m").asDouble()).isCloseTo(Double.parseDouble(cells[4]), within(ROUNDED));
        }
    }
}
