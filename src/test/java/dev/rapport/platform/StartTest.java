package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.RapportApplication;
import dev.rapport.testing.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started, where it must not start. */
class StartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path home;

    @TempDir
    private Path scratch;

    @Test
    void aTakenPortIsOneSentence() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                ChildJvm program = start("--server.port=" + taken.getLocalPort())) {
            assertEndsWith(
                    program,
                    "Port " + taken.getLocalPort()
                            + " is already in use by another program. Stop that one, or choose another port with SERVER_PORT.");
        }
        assertThat(home.resolve("database")).as("nothing was begun").doesNotExist();
    }

    @Test
    void anAddressOfAnotherMachineIsOneSentence() throws Exception {
        try (ChildJvm program = start("--server.address=192.0.2.1")) {
            assertEndsWith(program, "192.0.2.1 isn't an address of this machine. Choose another with SERVER_ADDRESS.");
        }
    }

    @Test
    void aSecondStartIsOneSentence() throws Exception {
        try (RapportHome first = RapportHome.open(home, "http://127.0.0.1:8080");
                ChildJvm program = start("--server.port=0")) {
            assertEndsWith(
                    program,
                    "Rapport is already running on " + first.path() + " (process "
                            + ProcessHandle.current().pid()
                            + ", http://127.0.0.1:8080). Stop it first, or choose another folder with RAPPORT_HOME.");
        }
    }

    private ChildJvm start(String argument) throws IOException {
        return ChildJvm.ofProduct(RapportApplication.class, scratch, "--rapport.home=" + home, argument);
    }

    private static void assertEndsWith(ChildJvm program, String sentence) throws Exception {
        assertThat(program.awaitExit(PATIENCE)).isEqualTo(1);
        assertThat(program.err()).isEqualToIgnoringNewLines(sentence).hasLineCount(1);
        assertThat(program.out()).doesNotContain("\tat ", "Exception", "ERROR", "WARN");
    }
}
