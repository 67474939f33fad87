package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class DelimitedReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "comma_in_quotes",
                "empty",
                "empty_crlf",
                "escaped_quotes",
                "json",
                "newlines",
                "newlines_crlf",
                "quotes_and_newlines",
                "simple",
                "simple_crlf",
                "utf8"
            })
    void readsTheFilesThatEveryReaderShould(String name) throws IOException {
        var folder = RealFiles.named("csv-spectrum");
        String csv = read(folder.resolve("csvs-" + name + ".csv"));
        List<Map<String, String>> expected = JsonMapper.builder()
                .build()
                .readValue(
                        read(folder.resolve("json-" + name + ".json")).replace("\\r\\n", "\\n"),
                        new TypeReference<>() {});
        assertThat(read(csv)).isEqualTo(expected);
    }

    @Test
    void countsLinesAsAnEditorDoes() throws IOException {
        var lines = new ArrayList<Long>();
        String text = "a,b\r\n\r\n\r\n1,\"x\r\ny\"\r\n2,z\r\n,\r\n\n3,\"q\n\nr\"\n4,end";
        try (var reader = new DelimitedReader(new StringReader(text), ',')) {
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                lines.add(row.get().line());
            }
        }
        assertThat(lines).containsExactly(1L, 4L, 6L, 9L, 12L);
    }

    @Test
    void stopsAtAQuoteThatIsNeverClosed() {
        String endless = "name,city\n\"Ada,London\n" + "Bob,Rome\n".repeat(300_000);
        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("exchange.file.endless-row [2]");
    }

    /** Checked out on some machines, files lose their carriage returns. */
    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static List<Map<String, String>> read(String csv) throws IOException {
        var rows = new ArrayList<Map<String, String>>();
        try (var reader = new DelimitedReader(new StringReader(csv), ',')) {
            List<String> header = reader.next().orElseThrow().cells();
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                var values = new LinkedHashMap<String, String>();
                for (int i = 0; i < header.size(); i++) {
                    values.put(header.get(i), row.get().cells().get(i));
                }
                rows.add(values);
            }
        }
        return rows;
    }
}
