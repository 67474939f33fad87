import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brings a large generated file in and takes it out again, on a scratch home of the packaged program, and prints rows a second,
 * the peak of memory, and how long others wait meanwhile for reading and writing customers whom the import touches.
 *
 * <pre>./mvnw -q package -DskipTests && java src/bench/ImportBench.java [rows, default 1000000] [customers, default 100000]</pre>
 *
 * Linux only: memory is read from /proc. CDNOW_master.txt is brought in twice and taken out where ../shared/data has it.
 */
public class ImportBench {
    private static final String TOKEN = "bench-token-0123456789-0123456789";
    private static final int PORT = 18081;
    private static final String BASE = "http://127.0.0.1:" + PORT;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path home;
    private Process app;
    private volatile long peakJava;
    private volatile long peakAll;

    ImportBench(Path home) {
        this.home = home;
    }

    public static void main(String[] args) throws Exception {
        int rows = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int customers = args.length > 1 ? Integer.parseInt(args[1]) : 100_000;
        Path scratch = Files.createTempDirectory("rapport-import-bench");
        var bench = new ImportBench(Files.createDirectory(scratch.resolve("home")));
        bench.start(scratch.resolve("log"));
        try {
            Path master = Path.of("..", "shared", "data", "CDNOW_master.txt");
            if (Files.exists(master)) {
                String mapping = """
                        {"delimiter": "blanks", "header": true, "dateFormat": "yyyyMMdd",
                         "columns": ["externalId", "purchasedOn", null, "amount"], "createCustomers": true}""";
                String first = bench.bringIn("purchases", master, mapping);
                bench.bringIn("purchases", master, mapping);
                bench.takeOut(first);
            }
            bench.bringIn("customers", customers(scratch.resolve("customers.csv"), customers), "");
            String purchases = bench.bringIn("purchases", purchases(scratch.resolve("purchases.csv"), rows, customers), "");
            bench.bringIn("purchases", scratch.resolve("purchases.csv"), "");
            bench.takeOut(purchases);
        } finally {
            bench.app.destroy();
            bench.app.waitFor();
            try (Stream<Path> files = Files.walk(scratch)) {
                for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void start(Path log) throws Exception {
        Path jar;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            jar = files.filter(f -> f.getFileName().toString().matches("rapport-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Build first: ./mvnw -q package -DskipTests"));
        }
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms48m",
                "-Xmx256m",
                "-XX:MinHeapFreeRatio=15",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:TrimNativeHeapInterval=60000",
                "-jar",
                jar.toString());
        builder.environment()
                .putAll(Map.of(
                        "RAPPORT_HOME", home.toString(),
                        "SERVER_PORT", String.valueOf(PORT),
                        "RAPPORT_OWNER_EMAIL", "bench@example.com",
                        "RAPPORT_OWNER_PASSWORD", "a long bench password",
                        "RAPPORT_CURRENCY", "USD",
                        "RAPPORT_TIME_ZONE", "UTC",
                        "RAPPORT_API_TOKEN", TOKEN));
        app = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(app::destroy));
        while (!isReady()) {
            if (!app.isAlive()) {
                throw new IllegalStateException(Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    private boolean isReady() throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(BASE + "/actuator/health/readiness")).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String bringIn(String kind, Path file, String mapping) throws Exception {
        var parts = new ArrayList<BodyPublisher>();
        String part = "--bench\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        parts.add(BodyPublishers.ofString(part.formatted("kind", kind) + part.formatted("mapping", mapping)
                + "--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n".formatted(file.getFileName())));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n--bench--\r\n"));
        long begin = System.nanoTime();
        String id = field(
                ok(http.send(
                        request("/api/v1/imports")
                                .header("Content-Type", "multipart/form-data; boundary=bench")
                                .POST(BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)))
                                .build(),
                        BodyHandlers.ofString())),
                "id");
        String answer = meanwhile("import of " + file.getFileName(), () -> {
            String now;
            do {
                Thread.sleep(200);
                now = get("/api/v1/imports/" + id);
            } while (now.contains("\"QUEUED\"") || now.contains("\"RUNNING\""));
            return now;
        });
        double seconds = (System.nanoTime() - begin) / 1e9;
        long rows = Long.parseLong(field(answer, "rows"));
        System.out.printf(
                "%s: %s, %,d rows (%s new, %s unchanged, %s rejected, %s customers) in %.1f s, %,.0f rows/s%n",
                file.getFileName(), field(answer, "state"), rows, field(answer, "created"), field(answer, "unchanged"),
                field(answer, "rejected"), field(answer, "customersCreated"), seconds, rows / seconds);
        return id;
    }

    private void takeOut(String id) throws Exception {
        long begin = System.nanoTime();
        String answer = meanwhile("undo", () -> ok(
                http.send(request("/api/v1/imports/" + id).DELETE().build(), BodyHandlers.ofString())));
        System.out.printf("undo: %s in %.1f s%n", field(answer, "state"), (System.nanoTime() - begin) / 1e9);
    }

    private interface Work {
        String run() throws Exception;
    }

    /** Does the work, and beside it what a founder would: looks at customers, edits one, logs a call. */
    private String meanwhile(String what, Work work) throws Exception {
        var done = new AtomicBoolean();
        peakJava = 0;
        peakAll = 0;
        var reading = new ArrayList<Long>();
        var writing = new ArrayList<Long>();
        Matcher known = Pattern.compile("\"id\":(\\d+)").matcher(get("/api/v1/customers?limit=1"));
        String customer = known.find() ? known.group(1) : null;
        var beside = new Thread(() -> {
            try {
                while (!done.get()) {
                    reading.add(timed(request("/api/v1/customers").GET()));
                    if (customer != null) {
                        writing.add(timed(request("/api/v1/customers/" + customer + "/interactions")
                                .POST(BodyPublishers.ofString("{\"kind\":\"NOTE\",\"occurredAt\":\"2026-11-20T10:00:00Z\",\"body\":\"bench\"}"))));
                        writing.add(timed(request("/api/v1/customers/" + customer)
                                .method("PATCH", BodyPublishers.ofString("{\"city\":\"Rome " + writing.size() + "\"}"))));
                    }
                    measureMemory();
                    Thread.sleep(300);
                }
            } catch (IOException | InterruptedException e) {
                System.out.println("beside it: " + e);
            }
        });
        beside.start();
        try {
            return work.run();
        } finally {
            done.set(true);
            beside.join();
            System.out.printf(
                    "beside the %s: list p50 %d ms, max %d ms; writes p50 %d ms, max %d ms; peak java %d MB, with PostgreSQL %d MB (PSS)%n",
                    what, at(reading, 0.5), at(reading, 1), at(writing, 0.5), at(writing, 1), peakJava / 1024, peakAll / 1024);
        }
    }

    private long timed(HttpRequest.Builder request) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        ok(http.send(request.setHeader("Content-Type", "application/json").build(), BodyHandlers.ofString()));
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private static long at(List<Long> millis, double share) {
        if (millis.isEmpty()) {
            return 0;
        }
        Collections.sort(millis);
        return millis.get((int) Math.min(millis.size() - 1, millis.size() * share));
    }

    private String get(String path) throws IOException, InterruptedException {
        return ok(http.send(request(path).GET().build(), BodyHandlers.ofString()));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(BASE + path)).header("Authorization", "Bearer " + TOKEN);
    }

    private static String ok(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 300) {
            throw new IOException(response.uri() + " answers " + response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    private static String field(String body, String name) {
        Matcher found = Pattern.compile("\"" + name + "\"\\s*:\\s*\"?([^\",}]*)").matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + body);
        }
        return found.group(1);
    }

    private void measureMemory() {
        long java = pss(app.pid());
        // The server re-parents itself: found by its data folder, its processes below it.
        long all = java + ProcessHandle.allProcesses()
                .filter(it -> commandLine(it.pid()).contains(home + "/database"))
                .flatMap(it -> Stream.concat(Stream.of(it), it.descendants()))
                .map(ProcessHandle::pid)
                .distinct()
                .mapToLong(ImportBench::pss)
                .sum();
        peakJava = Math.max(peakJava, java);
        peakAll = Math.max(peakAll, all);
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private static long pss(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static Path customers(Path file, int count) throws IOException {
        var random = new Random(1);
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("externalId,name,email,phone,company,source,stage,acquiredOn");
            for (int i = 0; i < count; i++) {
                out.printf("C%d,%s %d,c%d@example.com,+4930%07d,Company %d,Search,CONSIDERATION,%s%n",
                        i, i % 5 == 0 ? "王小明" : "José Keller", i, i, i, i % 5000, day(random));
            }
        }
        return file;
    }

    private static Path purchases(Path file, int rows, int customers) throws IOException {
        var random = new Random(2);
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("purchaseId,externalId,purchasedOn,amount");
            for (int i = 0; i < rows; i++) {
                out.printf("P%d,C%d,%s,%d.%02d%n", i, random.nextInt(customers), day(random), random.nextInt(300), random.nextInt(100));
            }
        }
        return file;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 11, 20).minusDays(random.nextInt(1000));
    }
}
