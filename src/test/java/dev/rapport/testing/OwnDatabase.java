package dev.rapport.testing;

import dev.rapport.platform.RapportHome;
import dev.rapport.platform.StartChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/** Gives each application context of the tests a database, a home and a movable clock of its own. */
public class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password(),
                        // Jobs can be asked for and called, but none starts by itself in another's test.
                        "rapport.jobs=off")
                .applyTo(context);
        ((GenericApplicationContext) context).registerBean("clock", MovableClock.class);
        StartChecks.provide(RapportHome.open(Homes.next(), "tests"), context);
    }

    private static final class Homes {
        private static final Path ROOT = root();

        private static Path next() {
            try {
                return Files.createTempDirectory(ROOT, "home-");
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }

        private static Path root() {
            try {
                Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-homes-");
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(root.toFile())));
                return root;
            } catch (IOException cause) {
                throw new UncheckedIOException(cause);
            }
        }
    }
}
