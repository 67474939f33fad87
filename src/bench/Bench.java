import java.io.IOException;
import java.io.PrintWriter;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Starts the packaged program on a scratch home, fills it through its own import, and prints start times, page times and
 * resident memory as a Markdown table.
 *
 * <pre>./mvnw -q package -DskipTests && java src/bench/Bench.java [customers, default 100000]</pre>
 *
 * One file, so that {@code java} runs it without a build. Linux only: memory is read from /proc. The CDNOW sample is measured too where ../shared/data has it.
 */
public class Bench {
    private static final String EMAIL = "bench@example.com";
    private static final String PASSWORD = "a long bench password";
    private static final String TOKEN = "bench-token-0123456789-0123456789";
    private static final int PORT = 18080;
    private static final String BASE = "http://127.0.0.1:" + PORT;
    private static final int WARM_UP = 50;
    private static final int RUNS = 100;

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Path home;
    private Process app;

    Bench(Path home) {
        this.home = home;
    }

    public static void main(String[] args) throws Exception {
        int customers = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        Path sample = Path.of("..", "shared", "data", "CDNOW_sample.txt");
        if (Files.exists(sample)) {
            new Bench(Files.createTempDirectory("rapport-bench")).sample(sample);
        }
        new Bench(Files.createTempDirectory("rapport-bench")).generated(customers);
    }

    private void sample(Path file) throws Exception {
        System.out.printf("cold start (empty home)      %6d ms%n", start());
        stop();
        System.out.printf("warm start                   %6d ms%n", start());
        memory("after the warm start");
        importFile("purchases", file);
        measure("2,357 customers (CDNOW)", "");
        memory("after 2,357 customers");
        stop();
        delete(home);
    }

    private void generated(int customers) throws Exception {
        start();
        Path folder = Files.createTempDirectory("rapport-bench-data");
        importFile("customers", customers(folder.resolve("customers.csv"), customers));
        importFile("purchases", purchases(folder.resolve("purchases.csv"), customers));
        importFile("interactions", interactions(folder.resolve("interactions.csv"), customers));
        importFile("answers", answers(folder.resolve("answers.csv"), customers));
        memory("after the imports");
        measure("%,d customers".formatted(customers), "明");
        memory("after %,d customers".formatted(customers));
        stop();
        System.out.printf("start with %,d customers %6d ms%n", customers, start());
        stop();
        delete(folder);
        delete(home);
    }

    private long start() throws Exception {
        Path jar;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            jar = files.filter(f -> f.getFileName().toString().matches("rapport-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Build first: ./mvnw -q package -DskipTests"));
        }
        ProcessBuilder builder = new ProcessBuilder(
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
                        "RAPPORT_OWNER_EMAIL", EMAIL,
                        "RAPPORT_OWNER_PASSWORD", PASSWORD,
                        "RAPPORT_CURRENCY", "USD",
                        "RAPPORT_TIME_ZONE", "UTC",
                        "RAPPORT_API_TOKEN", TOKEN));
        long begin = System.nanoTime();
        app = builder.redirectErrorStream(true)
                .redirectOutput(home.resolveSibling(home.getFileName() + ".log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(app::destroy));
        while (!isReady()) {
            if (!app.isAlive()) {
                throw new IllegalStateException("It stopped: see " + home + ".log");
            }
            Thread.sleep(20);
        }
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void stop() throws InterruptedException {
        app.destroy();
        app.waitFor();
    }

    private void measure(String title, String chinese) throws Exception {
        signIn();
        String id = field(api("GET", "/api/v1/customers?limit=1", BodyPublishers.noBody(), null).body(), "id");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("customer list", "/customers");
        pages.put("search, Latin", "/customers?query=ann");
        if (!chinese.isEmpty()) {
            pages.put("search, Chinese", "/customers?query=" + URLEncoder.encode(chinese, StandardCharsets.UTF_8));
        }
        pages.put("customer page", "/customers/" + id);
        pages.put("dashboard", "/numbers");
        System.out.printf("%n| %s | p50 ms | p95 ms | kB |%n|---|---:|---:|---:|%n", title);
        for (Map.Entry<String, String> page : pages.entrySet()) {
            time(page.getKey(), () -> get(page.getValue()));
        }
        time("log an interaction (API)", () -> api(
                "POST",
                "/api/v1/customers/" + id + "/interactions",
                BodyPublishers.ofString("{\"kind\":\"CALL\",\"occurredAt\":\"2026-11-20T10:00:00Z\",\"subject\":\"bench\"}"),
                "application/json"));
        time("customer list (API)", () -> api("GET", "/api/v1/customers", BodyPublishers.noBody(), null));
        System.out.println();
    }

    private interface Call {
        HttpResponse<String> run() throws Exception;
    }

    private static void time(String what, Call call) throws Exception {
        long[] nanos = new long[RUNS];
        int bytes = 0;
        long deadline = System.nanoTime() + 20_000_000_000L;
        int done = 0;
        for (int i = -WARM_UP; i < RUNS && (System.nanoTime() < deadline || done < 5); i++) {
            long begin = System.nanoTime();
            HttpResponse<String> response = call.run();
            if (response.statusCode() >= 300) {
                throw new IllegalStateException(what + " answers " + response.statusCode());
            }
            bytes = response.body().getBytes(StandardCharsets.UTF_8).length;
            if (i >= 0 || System.nanoTime() > deadline - 10_000_000_000L) {
                nanos[done++ % RUNS] = System.nanoTime() - begin;
            }
        }
        long[] taken = Arrays.copyOf(nanos, Math.min(done, RUNS));
        Arrays.sort(taken);
        System.out.printf(
                "| %s | %.1f | %.1f | %d |%n",
                what, taken[taken.length / 2] / 1e6, taken[(int) (taken.length * 0.95)] / 1e6, bytes / 1024);
    }

    private void signIn() throws Exception {
        String token = field(get("/login").body(), "_csrf");
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(BASE + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("email=" + URLEncoder.encode(EMAIL, StandardCharsets.UTF_8)
                                + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8)
                                + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        if (response.headers().firstValue("Location").orElse("/login").contains("/login")) {
            throw new IllegalStateException("Signing in failed: " + response.statusCode());
        }
    }

    private void importFile(String kind, Path file) throws Exception {
        String boundary = "bench-boundary";
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(BodyPublishers.ofString("--%s\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n%s\r\n".formatted(boundary, kind)));
        parts.add(BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(boundary, file.getFileName())));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        long begin = System.nanoTime();
        String body = api(
                        "POST",
                        "/api/v1/imports",
                        BodyPublishers.concat(parts.toArray(BodyPublisher[]::new)),
                        "multipart/form-data; boundary=" + boundary)
                .body();
        String id = field(body, "id");
        String state;
        do {
            Thread.sleep(50);
            body = api("GET", "/api/v1/imports/" + id, BodyPublishers.noBody(), null).body();
            state = field(body, "state");
        } while (state.equals("QUEUED") || state.equals("RUNNING"));
        double seconds = (System.nanoTime() - begin) / 1e9;
        long rows = Long.parseLong(field(body, "rows"));
        System.out.printf("import %,9d %-12s %6.1f s %,9.0f rows/s %s%n", rows, kind, seconds, rows / seconds, state);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(BASE + path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> api(String method, String path, BodyPublisher body, String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Authorization", "Bearer " + TOKEN)
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(path + " answers " + response.statusCode() + " " + response.body());
        }
        return response;
    }

    private static String field(String body, String name) {
        Matcher found = Pattern.compile("(?:\"" + name + "\"\\s*:\\s*\"?|name=\"" + name + "\"[^>]*value=\")([^\",}>]*)")
                .matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("No " + name + " in " + body);
        }
        return found.group(1);
    }

    private void memory(String when) throws IOException {
        long java = pss(app.pid());
        long database = app.descendants().mapToLong(child -> pss(child.pid())).sum();
        if (database == 0) {
            // The server re-parents itself: find it by its data directory.
            try (Stream<ProcessHandle> all = ProcessHandle.allProcesses()) {
                List<ProcessHandle> servers = all.filter(p -> commandLine(p.pid()).contains(home.toString() + "/database"))
                        .toList();
                database = servers.stream().mapToLong(p -> pss(p.pid())).sum()
                        + servers.stream().flatMap(ProcessHandle::descendants).mapToLong(p -> pss(p.pid())).sum();
            }
        }
        System.out.printf("memory %-24s java %4d MB, PostgreSQL %4d MB (PSS)%n", when, java / 1024, database / 1024);
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

    private static final List<String> FIRST = List.of("Anna", "Marta", "José", "Chloé", "Yuki", "Daniel", "Sofia", "Jonas", "Ravi", "Noor");
    private static final List<String> LAST = List.of("Bianchi", "Keller", "Müller", "Ruiz", "Ohara", "Park", "Lund", "Novák", "Okafor", "Smith");
    private static final List<String> HAN = List.of("张伟", "王小明", "李娜", "刘洋", "陈静", "杨帆", "赵敏", "黄晓明", "周杰", "吴芳");
    private static final List<String> SOURCES = List.of("Search", "Referral", "Autumn fair", "Instagram", "小红书");
    private static final List<String> STAGES = List.of("AWARENESS", "CONSIDERATION", "PURCHASE", "RETENTION", "LOYALTY");

    private static Path customers(Path file, int count) throws IOException {
        Random random = new Random(1);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("externalId,name,email,phone,company,source,stage,acquiredOn");
            for (int i = 0; i < count; i++) {
                String name = i % 5 == 0 ? pick(HAN, random) + i : pick(FIRST, random) + " " + pick(LAST, random) + " " + i;
                out.printf("C%d,%s,c%d@example.com,+4930%07d,%s,%s,%s,%s%n",
                        i, name, i, i, "Company " + i % 5000, pick(SOURCES, random), pick(STAGES, random), day(random));
            }
        }
        return file;
    }

    private static Path purchases(Path file, int count) throws IOException {
        Random random = new Random(2);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("purchaseId,externalId,purchasedOn,amount");
            for (int i = 0; i < count * 3; i++) {
                out.printf("P%d,C%d,%s,%d.%02d%n", i, random.nextInt(count), day(random), random.nextInt(300), random.nextInt(100));
            }
        }
        return file;
    }

    private static Path interactions(Path file, int count) throws IOException {
        Random random = new Random(3);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("interactionId,externalId,kind,occurredAt,subject,body");
            for (int i = 0; i < count; i++) {
                out.printf("I%d,C%d,CALL,%sT10:00:00Z,Call about order %d,They asked for a quote and a date of delivery.%n",
                        i, random.nextInt(count), day(random), i);
            }
        }
        return file;
    }

    private static Path answers(Path file, int count) throws IOException {
        Random random = new Random(4);
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println("answerId,externalId,survey,score,answeredOn");
            for (int i = 0; i < count / 10; i++) {
                out.printf("A%d,C%d,NPS,%d,%s%n", i, random.nextInt(count), random.nextInt(11), day(random));
            }
        }
        return file;
    }

    private static LocalDate day(Random random) {
        return LocalDate.of(2026, 11, 20).minusDays(random.nextInt(1000));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
