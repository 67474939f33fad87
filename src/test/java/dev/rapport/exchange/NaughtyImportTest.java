package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.source.RealFiles;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The big list of naughty strings, through a file: each is stored as it came or its row is rejected, and nothing fails. */
@WebTest
class NaughtyImportTest {
    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void storesWhatItTakesAsItCame() throws IOException {
        String list = Files.readString(RealFiles.named("naughty").resolve("blns.json"));
        List<String> strings = json.readValue(list, new TypeReference<>() {});
        var text = new StringWriter();
        try (var csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
            csv.printRecord("externalId", "name", "about", "phone", "tags");
            for (int i = 0; i < strings.size(); i++) {
                csv.printRecord("N" + i, strings.get(i), strings.get(i), i % 7 == 0 ? strings.get(i) : "", "");
            }
        }
        Map<String, Object> result = new Imports(http).text("customers", text.toString());
        assertThat(result).containsEntry("state", "DONE").containsEntry("rows", strings.size());
        int stored = 0;
        for (int i = 0; i < strings.size(); i++) {
            List<String> names = jdbc.sql("SELECT name FROM customer WHERE external_id = :id")
                    .param("id", "N" + i)
                    .query(String.class)
                    .list();
            String expected = strings.get(i).strip();
            if (!names.isEmpty()) {
                stored++;
                assertThat(names.get(0)).isEqualTo(expected.isEmpty() ? "N" + i : expected);
            }
        }
        assertThat(stored).isEqualTo(result.get("created")).isGreaterThan(strings.size() - 100);
    }
}
