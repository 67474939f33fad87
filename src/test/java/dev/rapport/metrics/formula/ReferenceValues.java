package dev.rapport.metrics.formula;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The project's reference figures and data files, which live beside the repository. */
public final class ReferenceValues {

    private static final Path FOLDER = Path.of(System.getProperty("rapport.data", "../shared/data"));

    private ReferenceValues() {}

    public static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), () -> "SKIPPED: " + file.toAbsolutePath() + " is missing; set rapport.data");
        return file;
    }

    public static JsonNode of(String id) {
        for (JsonNode one : cases()) {
            if (one.get("id").asString().equals(id)) {
                return one;
            }
        }
        throw new IllegalArgumentException("No reference case " + id);
    }

    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        cases().forEach(one -> ids.add(one.get("id").asString()));
        return ids;
    }

    private static JsonNode cases() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(file("reference-values-developer.json")))
                    .get("cases");
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    public static List<BigDecimal> numbers(JsonNode array) {
        List<BigDecimal> numbers = new ArrayList<>();
        array.forEach(node -> numbers.add(node.decimalValue()));
        return numbers;
    }
}
