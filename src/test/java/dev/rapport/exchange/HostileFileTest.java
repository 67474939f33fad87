package dev.rapport.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.exchange.convert.SheetFile;
import dev.rapport.testing.Accounts;
import dev.rapport.testing.WebTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Files that no program should have written are refused in a sentence, or lose only the rows that are bad. */
@WebTest
class HostileFileTest {
    @TempDir
    Path folder;

    @Autowired
    MockMvcTester http;

    @Test
    void areRefusedWithAReason() throws IOException {
        assertThat(refusal("")).contains("The file holds no rows.");
        assertThat(refusal("\uFEFF\r\n\n  \n")).contains("The file holds no rows.");
        assertThat(refusal("name,email\n")).contains("The file holds no rows.");
        assertThat(refusal("name,email\nAda,\"ada@example.com\n" + "x".repeat(2_500_000)))
                .contains("The row that begins on line 2 never ends");
        assertThat(refusal("y".repeat(2_500_000))).contains("The row that begins on line 1 never ends");
        Path sheet = SheetFile.write(folder.resolve("a.xlsx"), "<row r=\"1\"></row>", "name");
        byte[] whole = Files.readAllBytes(sheet);
        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)))
                .contains("The file is damaged: it cannot be opened.");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4})).contains("The file is damaged: it cannot be opened.");
        assertThat(refusal(new byte[5000])).contains("One column must say who the customer is");
    }

    @Test
    void loseOnlyTheRowsThatAreBad() {
        var imports = new Imports(http);
        Map<String, Object> done = imports.text(
                "customers", "name,email\nAda,ada@example.com\nB\u0000b,bob@example.com\nCid,\"cid@example.com\n");
        assertThat(done).containsEntry("created", 2).containsEntry("rejected", 1);

        String wide = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String cells =
                IntStream.range(0, 10_000).mapToObj(i -> i == 7 ? "Dan" : "").collect(Collectors.joining(","));
        assertThat(imports.text("customers", wide.replace("c7,", "name,") + "\n" + cells + "\n"))
                .containsEntry("created", 1);
    }

    private String refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private String refusal(byte[] content) {
        MvcTestResult result = http.post()
                .uri("/api/v1/imports")
                .multipart()
                .file("file", content)
                .param("kind", "customers")
                .with(Accounts.token())
                .exchange();
        assertThat(result).hasStatus(400);
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
