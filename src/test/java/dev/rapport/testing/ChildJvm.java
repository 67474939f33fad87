package dev.rapport.testing;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** A program in a process of its own, to be killed or to fail without taking the tests along. */
public final class ChildJvm implements AutoCloseable {
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Process process;
    private final Path out;
    private final Path err;

    private ChildJvm(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** With the tests on its class path. */
    public static ChildJvm ofTests(Class<?> main, Path folder, String... arguments) throws IOException {
        return start(CLASS_PATH, main, folder, arguments);
    }

    /** As a founder runs it. */
    public static ChildJvm ofProduct(Class<?> main, Path folder, String... arguments) throws IOException {
        String product = Arrays.stream(CLASS_PATH.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("test-classes/"))
                .collect(Collectors.joining(File.pathSeparator));
        return start(product, main, folder, arguments);
    }

    /** As a founder runs it, with a disk of that size mounted on {@code mount} for this program alone. */
    public static ChildJvm onSmallDisk(Path mount, int megabytes, Class<?> main, Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> mounted = List.of(
                "unshare",
                "--mount",
                "--map-root-user",
                "sh",
                "-c",
                "mount -t tmpfs -o mode=700,size=" + megabytes + "m none \"$0\" && exec \"$@\"",
                mount.toString());
        assumeTrue(canMount(mounted), "SKIPPED: no disk of one's own can be mounted here");
        return start(mounted, CLASS_PATH, main, folder, arguments);
    }

    /** Of one started on a small disk: makes a folder of it read-only, or writable again, for this program alone. */
    public void setWritable(Path folder, boolean writable) throws IOException, InterruptedException {
        String script = writable ? "umount \"$0\"" : "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"";
        Process done = new ProcessBuilder(
                        "nsenter",
                        "--target",
                        String.valueOf(pid()),
                        "--user",
                        "--mount",
                        "--preserve-credentials",
                        "sh",
                        "-c",
                        script,
                        folder.toString())
                .inheritIO()
                .start();
        assumeTrue(done.waitFor() == 0, "SKIPPED: no folder can be made read-only here");
    }

    private static boolean canMount(List<String> mounted) throws InterruptedException {
        List<String> trial = new ArrayList<>(mounted);
        trial.add("true");
        try {
            return new ProcessBuilder(trial).start().waitFor() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    private static ChildJvm start(String classPath, Class<?> main, Path folder, String... arguments)
            throws IOException {
        return start(List.of(), classPath, main, folder, arguments);
    }

    private static ChildJvm start(
            List<String> before, String classPath, Class<?> main, Path folder, String... arguments) throws IOException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-cp",
                classPath,
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new ChildJvm(process, out, err);
    }

    public String out() throws IOException {
        return Files.readString(out);
    }

    public String err() throws IOException {
        return Files.readString(err);
    }

    public long pid() {
        return process.pid();
    }

    /** The lines that are whole: a kill may have cut the last one short. */
    public List<String> lines() throws IOException {
        String written = out();
        return written.substring(0, written.lastIndexOf('\n') + 1).lines().toList();
    }

    /** As {@code kill -9} does it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public int awaitExit(Duration patience) throws InterruptedException, IOException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            fail("still runs after " + patience + "\n" + out() + err());
        }
        return process.exitValue();
    }

    public void await(Duration patience, BooleanSupplier state) throws InterruptedException, IOException {
        long begin = System.nanoTime();
        while (!state.getAsBoolean()) {
            if (!process.isAlive() || System.nanoTime() - begin > patience.toNanos()) {
                fail("not seen within " + patience + ", alive: " + process.isAlive() + "\n" + out() + err());
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Lets it end what it has started. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
