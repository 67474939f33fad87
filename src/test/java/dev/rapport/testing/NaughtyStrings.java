package dev.rapport.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.json.JsonMapper;

/** The Big List of Naughty Strings, from the data beside the project. */
public final class NaughtyStrings {
    private NaughtyStrings() {}

    public static List<String> all() {
        Path file = Path.of(System.getProperty("rapport.data", "../shared/data"), "naughty", "blns.json");
        Assumptions.assumeTrue(Files.exists(file), () -> "SKIPPED: no " + file + ", so hostile texts are not tested");
        return List.of(new JsonMapper().readValue(file.toFile(), String[].class));
    }
}
