import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.Statement;
import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Fills a scratch home through COPY, each customer with five interactions, three purchases on average and a task, and asks
 * the packaged program, signed in, for each page; prints Markdown tables.
 *
 * <pre>./mvnw -q package -DskipTests && java src/bench/Load.java [customers …, default 10000 100000 1000000]</pre>
 *
 * One file, so that {@code java} runs it without a build; the database's driver is taken from the packaged program. The
 * same numbers give the same data; {@code -Dkeep=true} leaves the home, to look at plans in. Linux only: memory is read from /proc.
 */
public class Load {
    private static final int INTERACTIONS = 5;
    private static final int WARM_UP = 400;
    private static final int RUNS = 300;
    private static final int COUNTED = 20;
    private static final long PATIENCE = 60_000_000_000L;
    private static final LocalDate LAST = LocalDate.now().minusDays(1);
    private static final int DAYS = 1000;
    private static final int PORT = 18081;
    private static final String BASE = "http://127.0.0.1:" + PORT;
    private static final String EMAIL = "bench@example.com";
    private static final String PASSWORD = "a long bench password";
    private static final String TOKEN = "bench-token-0123456789-0123456789";

    private final Path home;
    private final int customers;
    private final List<HttpClient> signedIn = new ArrayList<>();
    private Process app;
    private final Map<HttpClient, String> tokens = new ConcurrentHashMap<>();

    private Load(Path home, int customers) {
        this.home = home;
        this.customers = customers;
    }

    public static void main(String[] args) throws Exception {
        int[] sizes = args.length == 0
                ? new int[] {10_000, 100_000, 1_000_000}
                : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
        for (int size : sizes) {
            new Load(Files.createTempDirectory("rapport-load"), size).run();
        }
    }

    private void run() throws Exception {
        start();
        long begin = System.nanoTime();
        long facts;
        try (Connection database = database(); Statement sql = database.createStatement()) {
            fill(database);
            try (ResultSet purchases = sql.executeQuery("SELECT count(*) FROM purchase")) {
                purchases.next();
                facts = purchases.getLong(1) + (long) customers * (INTERACTIONS + 1);
            }
        }
        System.out.printf("%n%,d customers, %,d facts, filled in %d s%n", customers, facts,
                (System.nanoTime() - begin) / 1_000_000_000);
        stop();
        System.out.printf("start %d ms%n", start());
        try {
            measure();
        } finally {
            stop();
            if (Boolean.getBoolean("keep")) {
                System.out.println("kept: " + home);
            } else {
                delete(home);
            }
        }
    }

    // The data

    private void fill(Connection database) throws Exception {
        List<String> indexes = new ArrayList<>();
        try (Statement sql = database.createStatement()) {
            sql.execute("SET synchronous_commit = off");
            sql.execute("SET maintenance_work_mem = '256MB'");
            // Built once at the end, as a dump is restored; those of constraints stay.
            try (ResultSet found = sql.executeQuery("""
                    SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
                    WHERE i.indrelid IN ('customer'::regclass, 'contact_point'::regclass, 'interaction'::regclass,
                        'timeline_entry'::regclass, 'task'::regclass, 'purchase'::regclass, 'customer_summary'::regclass)
                      AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)""")) {
                List<String> names = new ArrayList<>();
                while (found.next()) {
                    names.add(found.getString(1));
                    indexes.add(found.getString(2));
                }
                for (String name : names) {
                    // Purchases follow their customer by it, even while they are written.
                    if (!name.equals("purchase_of_customer")) {
                        sql.execute("DROP INDEX " + name);
                    } else {
                        indexes.removeIf(definition -> definition.contains(" purchase_of_customer "));
                    }
                }
            }
            sql.execute("CREATE UNLOGGED TABLE load_customer (id bigint, name text, sort_key bytea, company text, source text, stage text, acquired_on date)");
            copy(database, "load_customer", out -> people(out));
            sql.execute("""
                    INSERT INTO customer (id, name, sort_key, search_text, external_id, company, source, stage, acquired_on, created_at)
                    SELECT id, name, sort_key, search_text(name, company, 'C' || id, 'c' || id || '@example.com'),
                           'C' || id, company, source, stage, acquired_on, acquired_on::timestamptz FROM load_customer""");
            sql.execute("DROP TABLE load_customer");
            sql.execute("""
                    INSERT INTO contact_point (customer_id, kind, value, normalized)
                    SELECT id, 'EMAIL', 'c' || id || '@example.com', 'c' || id || '@example.com' FROM customer""");
            sql.execute("INSERT INTO stage_change (customer_id, stage, changed_on, created_at) SELECT id, stage, acquired_on, created_at FROM customer");
            copy(database, "interaction (id, customer_id, kind, direction, occurred_at, subject, body, created_at)", out -> interactions(out));
            copy(database, "purchase (id, customer_id, purchased_on, amount, currency, rate, base_amount, created_at)", out -> purchases(out));
            copy(database, "task (id, customer_id, title, due_on, done_at, created_at)", out -> tasks(out));
            sql.execute("""
                    INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, direction, title, body)
                    SELECT customer_id, 'interaction', id, kind, occurred_at, false, direction, subject, body FROM interaction""");
            sql.execute("""
                    INSERT INTO timeline_entry (customer_id, source, source_id, kind, happened_at, all_day, amount, currency)
                    SELECT customer_id, 'purchase', id, 'PURCHASE', (purchased_on + time '12:00') AT TIME ZONE 'UTC', true, amount, currency
                    FROM purchase""");
            sql.execute("""
                    INSERT INTO customer_summary (customer_id, first_purchase_on, last_purchase_on, purchases, revenue,
                        interactions, first_contact_at, last_contact_at, next_task_id, next_task_title, next_task_on)
                    SELECT c.id, p.first_on, p.last_on, p.n, p.revenue, i.n, i.first_at, i.last_at, t.id, t.title, t.due_on
                    FROM customer c
                    JOIN (SELECT customer_id, min(purchased_on) AS first_on, max(purchased_on) AS last_on, count(*) AS n,
                                 sum(base_amount) AS revenue FROM purchase GROUP BY 1) p ON p.customer_id = c.id
                    JOIN (SELECT customer_id, min(occurred_at) AS first_at, max(occurred_at) AS last_at, count(*) AS n
                          FROM interaction GROUP BY 1) i ON i.customer_id = c.id
                    LEFT JOIN task t ON t.customer_id = c.id AND t.done_at IS NULL
                    ON CONFLICT (customer_id) DO UPDATE SET first_purchase_on = excluded.first_purchase_on,
                      last_purchase_on = excluded.last_purchase_on, purchases = excluded.purchases,
                      revenue = excluded.revenue, interactions = excluded.interactions,
                      first_contact_at = excluded.first_contact_at, last_contact_at = excluded.last_contact_at,
                      next_task_id = excluded.next_task_id, next_task_title = excluded.next_task_title,
                      next_task_on = excluded.next_task_on""");
            for (String index : indexes) {
                sql.execute(index);
            }
            for (String table : List.of("customer", "interaction", "purchase", "task")) {
                sql.execute("SELECT setval(pg_get_serial_sequence('%s', 'id'), (SELECT max(id) FROM %s))".formatted(table, table));
            }
            sql.execute("VACUUM ANALYZE");
            sql.execute("CHECKPOINT");
        }
    }

    private void people(PrintStream out) {
        Collator collator = Collator.getInstance(Locale.SIMPLIFIED_CHINESE);
        SplittableRandom random = new SplittableRandom(1);
        for (int id = 1; id <= customers; id++) {
            String name = id % 5 == 0 ? pick(HAN, random) + id : pick(FIRST, random) + " " + pick(LAST_NAMES, random) + " " + id;
            String key = HexFormat.of().formatHex(collator.getCollationKey(name).toByteArray());
            line(out, id, name, "\\\\x" + key, "Company " + random.nextInt(customers / 20 + 1), pick(SOURCES, random),
                    pick(STAGES, random), came(id).minusDays(random.nextInt(30)));
        }
    }

    private void interactions(PrintStream out) {
        SplittableRandom random = new SplittableRandom(2);
        long id = 0;
        for (int customer = 1; customer <= customers; customer++) {
            for (int i = 0; i < INTERACTIONS; i++) {
                String moment = day(random) + " " + (8 + random.nextInt(10)) + ":00+00";
                line(out, ++id, customer, pick(KINDS, random), pick(DIRECTIONS, random), moment, "About order " + random.nextInt(100_000),
                        "They asked for a quote and a date of delivery; I promised both by Friday.", moment);
            }
        }
    }

    /**
     * As people buy: each at a rate of their own until they drop out after some purchase, and each spending about as much as
     * they use to. So the models of lifetime value have something to be fitted to.
     */
    private void purchases(PrintStream out) {
        SplittableRandom random = new SplittableRandom(3);
        long id = 0;
        for (int customer = 1; customer <= customers; customer++) {
            double pause = 116 / Math.pow(random.nextGaussian(), 2);
            double dropOut = 1 - Math.cbrt(random.nextDouble());
            double scale = 75 / waits(random, 4);
            double after = 0;
            for (LocalDate day = came(customer); !day.isAfter(LAST); day = came(customer).plusDays((long) after)) {
                String amount = String.format(Locale.ROOT, "%.2f", waits(random, 6) * scale);
                line(out, ++id, customer, day, amount, "USD", 1, amount, day);
                if (after > 0 && random.nextDouble() < dropOut) {
                    break;
                }
                after = Math.min(after + pause * waits(random, 1), DAYS);
            }
        }
    }

    /** The day that somebody bought first. */
    private static LocalDate came(int customer) {
        return LAST.minusDays(new SplittableRandom(customer).nextInt(DAYS));
    }

    /** A gamma variate of a whole shape. */
    private static double waits(SplittableRandom random, int shape) {
        double sum = 0;
        for (int i = 0; i < shape; i++) {
            sum -= Math.log1p(-random.nextDouble());
        }
        return sum;
    }

    /** One in ten is open. */
    private void tasks(PrintStream out) {
        SplittableRandom random = new SplittableRandom(4);
        for (int customer = 1; customer <= customers; customer++) {
            LocalDate day = day(random);
            boolean open = customer % 10 == 0;
            line(out, customer, customer, "Ask how delivery " + customer + " went", open ? LAST.plusDays(random.nextInt(60)) : day,
                    open ? "\\N" : day + " 12:00+00", day);
        }
    }

    private static final List<String> FIRST = List.of("Anna", "Marta", "José", "Chloé", "Yuki", "Daniel", "Sofia", "Jonas", "Ravi", "Noor");
    private static final List<String> LAST_NAMES = List.of("Bianchi", "Keller", "Müller", "Ruiz", "Ohara", "Park", "Lund", "Novák", "Okafor", "Smith");
    private static final List<String> HAN = List.of("张伟", "王小明", "李娜", "刘洋", "陈静", "杨帆", "赵敏", "黄晓明", "周杰", "吴芳");
    private static final List<String> SOURCES = List.of("Search", "Referral", "Autumn fair", "Instagram", "小红书");
    private static final List<String> STAGES = List.of("PURCHASE", "RETENTION", "LOYALTY");
    private static final List<String> KINDS = List.of("CALL", "MAIL", "MEETING", "CHAT", "NOTE");
    private static final List<String> DIRECTIONS = List.of("IN", "OUT");

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    private static LocalDate day(SplittableRandom random) {
        return LAST.minusDays(random.nextInt(DAYS));
    }

    private static void line(PrintStream out, Object... cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.length; i++) {
            line.append(i == 0 ? "" : "\t").append(cells[i]);
        }
        out.print(line.append('\n'));
    }

    private interface Rows {
        void to(PrintStream out);
    }

    /** By reflection: the driver is in the packaged program, not on this file's class path. */
    private static void copy(Connection database, String into, Rows rows) throws Exception {
        PipedInputStream in = new PipedInputStream(1 << 20);
        PipedOutputStream pipe = new PipedOutputStream(in);
        Thread writer = new Thread(() -> {
            try (PrintStream out = new PrintStream(new BufferedOutputStream(pipe, 1 << 16), false, StandardCharsets.UTF_8)) {
                rows.to(out);
            }
        });
        writer.start();
        Class<?> api = Class.forName("org.postgresql.PGConnection", true, database.getClass().getClassLoader());
        Object manager = api.getMethod("getCopyAPI").invoke(database);
        manager.getClass().getMethod("copyIn", String.class, InputStream.class).invoke(manager, "COPY " + into + " FROM STDIN", in);
        writer.join();
    }

    private Connection database() throws Exception {
        Path driver = Files.createTempFile("postgresql", ".jar");
        try (ZipFile program = new ZipFile(jar().toFile())) {
            ZipEntry entry = program.stream().filter(e -> e.getName().matches("BOOT-INF/lib/postgresql-[0-9.]+\\.jar")).findFirst().orElseThrow();
            try (InputStream in = program.getInputStream(entry)) {
                Files.write(driver, in.readAllBytes());
            }
        }
        URLClassLoader loader = new URLClassLoader(new URL[] {driver.toUri().toURL()});
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", Files.readString(home.resolve("database.password")).strip());
        String port = Files.readAllLines(home.resolve("database/postmaster.pid")).get(3).strip();
        Driver postgresql = (Driver) loader.loadClass("org.postgresql.Driver").getDeclaredConstructor().newInstance();
        return postgresql.connect("jdbc:postgresql://127.0.0.1:" + port + "/rapport", properties);
    }

    // The load

    private void measure() throws Exception {
        for (int i = 0; i < 8; i++) {
            signedIn.add(signIn());
        }
        SplittableRandom random = new SplittableRandom(5);
        Supplier<String> someone = () -> {
            synchronized (random) {
                return String.valueOf(1 + random.nextInt(customers));
            }
        };
        Map<String, CallBy> pages = new LinkedHashMap<>();
        pages.put("customer list", http -> get(http, "/customers"));
        pages.put("list, search Latin", http -> get(http, "/customers?query=" + encode("bianchi " + someone.get())));
        pages.put("list, search Chinese", http -> get(http, "/customers?query=" + encode("小明")));
        pages.put("customer page", http -> get(http, "/customers/" + someone.get()));
        pages.put("timeline", http -> get(http, "/customers/" + someone.get() + "/timeline"));
        pages.put("home", http -> get(http, "/"));
        pages.put("dashboard", http -> get(http, "/numbers"));
        pages.put("dashboard after a new purchase", new CallBy() {
            @Override
            public void before(HttpClient http) throws Exception {
                buy(http, someone.get());
            }

            @Override
            public HttpResponse<byte[]> by(HttpClient http) throws Exception {
                return get(http, "/numbers");
            }
        });
        pages.put("log an interaction", http -> log(http, someone.get()));
        pages.put("customer list (API)", http -> api(http, "/api/v1/customers"));
        for (CallBy page : pages.values()) {
            run(page, 1, WARM_UP);
        }
        System.out.printf("%n| %,d customers | p50 | p95 | p99 ms | at 8: p50 | p95 | p99 ms | kB | statements | their ms |%n|---|%s%n",
                customers, "---:|".repeat(9));
        for (Map.Entry<String, CallBy> page : pages.entrySet()) {
            CallBy call = page.getValue();
            Times alone = run(call, 1, RUNS);
            Times together = run(call, 8, RUNS);
            Sql sql = statements(call);
            System.out.printf("| %s | %s | %s | %.1f | %.1f | %.1f |%n", page.getKey(), alone, together, alone.bytes / 1024.0,
                    sql.statements, sql.millis);
        }
        memory();
    }

    private interface CallBy {
        HttpResponse<byte[]> by(HttpClient http) throws Exception;

        /** Not timed, though its statements are counted. */
        default void before(HttpClient http) throws Exception {}
    }

    private record Times(long[] nanos, long bytes) {
        private double at(double share) {
            return nanos[(int) Math.min(nanos.length - 1, Math.floor(nanos.length * share))] / 1e6;
        }

        @Override
        public String toString() {
            return "%.1f | %.1f | %.1f".formatted(at(0.5), at(0.95), at(0.99));
        }
    }

    private Times run(CallBy call, int connections, int runs) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        long deadline = System.nanoTime() + PATIENCE;
        List<Future<List<long[]>>> parts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            HttpClient http = signedIn.get(i);
            parts.add(threads.submit(() -> {
                List<long[]> taken = new ArrayList<>();
                for (int k = 0; k < Math.max(10, runs / connections) && (System.nanoTime() < deadline || k < 5); k++) {
                    call.before(http);
                    long begin = System.nanoTime();
                    HttpResponse<byte[]> answer = call.by(http);
                    taken.add(new long[] {System.nanoTime() - begin, answer.body().length});
                    if (answer.statusCode() >= 400) {
                        throw new IllegalStateException(answer.uri() + " answers " + answer.statusCode());
                    }
                }
                return taken;
            }));
        }
        List<long[]> all = new ArrayList<>();
        for (Future<List<long[]>> part : parts) {
            all.addAll(part.get());
        }
        threads.shutdown();
        return new Times(all.stream().mapToLong(one -> one[0]).sorted().toArray(), all.get(0)[1]);
    }

    private record Sql(double statements, double millis) {}

    /** By the server's own log of what it was asked and how long each took, without sending and fetching. */
    private Sql statements(CallBy call) throws Exception {
        Path log = home.resolve("database.log");
        setting("0");
        long from = Files.size(log);
        run(call, 1, COUNTED);
        setting("-1");
        byte[] bytes = Files.readAllBytes(log);
        String said = new String(bytes, (int) from, (int) (bytes.length - from), StandardCharsets.UTF_8);
        Matcher durations = Pattern.compile("duration: ([0-9.]+) ms +(parse|bind|execute|statement)").matcher(said);
        double statements = 0;
        double millis = 0;
        while (durations.find()) {
            millis += Double.parseDouble(durations.group(1));
            if (durations.group(2).equals("execute") || durations.group(2).equals("statement")) {
                statements++;
            }
        }
        return new Sql(statements / COUNTED, millis / COUNTED);
    }

    private void setting(String value) throws Exception {
        try (Connection database = database(); Statement sql = database.createStatement()) {
            sql.execute("ALTER SYSTEM SET log_min_duration_statement = " + value);
            sql.execute("SELECT pg_reload_conf()");
            sql.execute("SELECT pg_sleep(0.5)");
        }
    }

    private HttpClient signIn() throws Exception {
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
        String token = field(text(get(http, "/login")));
        HttpResponse<byte[]> answer = form(http, "/login", "email=" + encode(EMAIL) + "&password=" + encode(PASSWORD) + "&_csrf=" + encode(token));
        if (answer.headers().firstValue("Location").orElse("/login").contains("/login")) {
            throw new IllegalStateException("Signing in failed: " + answer.statusCode());
        }
        tokens.put(http, field(text(get(http, "/interactions/new"))));
        return http;
    }

    private HttpResponse<byte[]> log(HttpClient http, String customer) throws Exception {
        return form(http, "/interactions", "customerId=" + customer + "&kind=CALL&direction=OUT&subject=bench&body=They+asked+again."
                + "&_csrf=" + encode(tokens.get(http)));
    }

    /** Of today, so that it counts in every period that one can pick but the last year. */
    private static void buy(HttpClient http, String customer) throws Exception {
        HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(URI.create(BASE + "/api/v1/customers/" + customer + "/purchases"))
                .header("Authorization", "Bearer " + TOKEN).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"purchasedOn\":\"" + LocalDate.now() + "\",\"amount\":12.5}")).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("Buying answers " + answer.statusCode());
        }
    }

    private static HttpResponse<byte[]> form(HttpClient http, String path, String body) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(BASE + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> get(HttpClient http, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(BASE + path)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpResponse<byte[]> api(HttpClient http, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(BASE + path)).header("Authorization", "Bearer " + TOKEN).build(),
                BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String field(String page) {
        Matcher found = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"").matcher(page);
        if (!found.find()) {
            throw new IllegalStateException("No CSRF token in " + page);
        }
        return found.group(1);
    }

    // The program

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(f -> f.getFileName().toString().matches("rapport-.*\\.jar")).findFirst()
                    .orElseThrow(() -> new IllegalStateException("Build first: ./mvnw -q package -DskipTests"));
        }
    }

    private long start() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-Xms48m", "-Xmx256m", "-XX:MinHeapFreeRatio=15", "-XX:MaxHeapFreeRatio=30",
                "-XX:+IgnoreUnrecognizedVMOptions", "-XX:+UnlockExperimentalVMOptions", "-XX:TrimNativeHeapInterval=60000", "-jar", jar().toString());
        builder.environment().putAll(Map.of("RAPPORT_HOME", home.toString(), "SERVER_PORT", String.valueOf(PORT),
                "RAPPORT_OWNER_EMAIL", EMAIL, "RAPPORT_OWNER_PASSWORD", PASSWORD, "RAPPORT_CURRENCY", "USD",
                "RAPPORT_TIME_ZONE", "UTC", "RAPPORT_API_TOKEN", TOKEN));
        long begin = System.nanoTime();
        app = builder.redirectErrorStream(true).redirectOutput(home.resolveSibling(home.getFileName() + ".log").toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(app::destroy));
        HttpClient http = HttpClient.newHttpClient();
        while (true) {
            if (!app.isAlive()) {
                throw new IllegalStateException("It stopped: see " + home + ".log");
            }
            try {
                if (get(http, "/actuator/health/readiness").statusCode() == 200) {
                    return (System.nanoTime() - begin) / 1_000_000;
                }
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
    }

    private void stop() throws InterruptedException {
        app.destroy();
        app.waitFor();
    }

    private void memory() {
        long java = pss(app.pid());
        List<ProcessHandle> servers = ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(home + "/database")).toList();
        long database = Stream.concat(servers.stream(), servers.stream().flatMap(ProcessHandle::descendants))
                .mapToLong(ProcessHandle::pid).distinct().map(Load::pss).sum();
        System.out.printf("%nmemory after it (PSS): java %d MB + PostgreSQL %d MB = %d MB%n", java / 1024, database / 1024, (java + database) / 1024);
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
            return lines.filter(line -> line.startsWith("Pss:")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum();
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
