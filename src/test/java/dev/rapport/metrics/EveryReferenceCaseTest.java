package dev.rapport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.metrics.formula.ReferenceValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No reference case is left out unnoticed: a test names each of them. */
class EveryReferenceCaseTest {

    /** Prediction is another module's. */
    private static final List<String> OF_PREDICTION = List.of("tree-", "auc-");

    @Test
    void isNamedByATest() throws IOException {
        String tests;
        try (Stream<Path> files = Files.walk(Path.of("src/test/java/dev/rapport/metrics"))) {
            tests = files.filter(file -> file.toString().endsWith("Test.java"))
                    .map(EveryReferenceCaseTest::text)
                    .collect(Collectors.joining());
        }
        assertThat(ReferenceValues.ids())
                .hasSizeGreaterThan(30)
                .filteredOn(id -> OF_PREDICTION.stream().noneMatch(id::startsWith))
                .allSatisfy(id -> assertThat(tests).contains('"' + id + '"'));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
