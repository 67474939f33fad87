package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** No Docker engine runs the file here: its shape and the names that it sets are what can be checked. */
class DockerComposeTest {
    private final Map<String, Map<String, Object>> services = services();

    @Test
    void keepsTheDatabaseInANamedVolumeAndThePortOnLoopback() {
        assertThat(services).containsOnlyKeys("app", "database");
        assertThat(services.get("database").get("volumes")).asString().contains("database:/var/lib/postgresql");
        assertThat(services.get("database")).doesNotContainKey("ports");
        assertThat(services.get("app").get("ports")).asString().contains("127.0.0.1:8080:8080");
        assertThat(services.values()).allSatisfy(service -> assertThat(service).containsKey("healthcheck"));
        assertThat(services.get("app").get("build")).asString().contains("dockerfile_inline");
    }

    @Test
    void setsOnlyEnvironmentNamesThatExist() throws IOException {
        Set<String> unknown = environment("app");
        unknown.removeAll(namesThatRapportReads());
        assertThat(unknown).isEmpty();
        assertThat(environment("database"))
                .isSubsetOf("POSTGRES_DB", "POSTGRES_USER", "POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS");
    }

    private Set<String> environment(String service) {
        return ((Map<?, ?>) services.get(service).get("environment"))
                .keySet().stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> namesThatRapportReads() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL metadata : Collections.list(
                DockerComposeTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            try (InputStream in = metadata.openStream()) {
                new JsonMapper()
                        .readTree(in)
                        .path("properties")
                        .forEach(property ->
                                names.add(asEnvironment(property.path("name").asString())));
            }
        }
        try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(java|yml)")).toList()) {
                Pattern.compile("RAPPORT_[A-Z_]+")
                        .matcher(Files.readString(file))
                        .results()
                        .forEach(name -> names.add(name.group()));
            }
        }
        return names;
    }

    private static String asEnvironment(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Map<String, Map<String, Object>> services() {
        try (InputStream in = Files.newInputStream(Path.of("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(in);
            return file.get("services");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
