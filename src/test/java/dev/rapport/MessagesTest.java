package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that a person reads stands in both languages, and nowhere but in a bundle. */
class MessagesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z][\\w-]*(\\.[\\w-]+)+");
    private static final Pattern IN_TEMPLATE = Pattern.compile("(?:#\\{\\s*|#messages\\.msg\\w*\\(')([\\w.-]+)");
    private static final Pattern CHOSEN_IN_TEMPLATE = Pattern.compile("#\\{\\s*\\$\\{(.*?)}\\s*[}(]");
    private static final Pattern QUOTED = Pattern.compile("'([\\w.-]+)'");
    private static final Pattern IN_CODE = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern OWN_TEXT =
            Pattern.compile("<(script|style|kbd)\\b(?![^>]*/>).*?</\\1>", Pattern.DOTALL);
    private static final Pattern INLINED = Pattern.compile("\\[\\[.*?]]|\\[\\(.*?\\)]", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>");
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\s(title|alt|placeholder|aria-label|label)\\s*=\\s*\"([^\"]*)\"");
    private static final Pattern LITERAL_TEXT = Pattern.compile("th:u?text\\s*=\\s*\"'([^']*)'\"");

    @Test
    void standInBothLanguages() throws IOException {
        assertThat(keys("messages_zh_CN.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void areDefinedOnce() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path bundle : bundles("messages.properties")) {
            all.addAll(load(bundle).stringPropertyNames());
        }
        Set<String> seen = new HashSet<>();
        assertThat(all).allMatch(seen::add, "defined once");
    }

    @Test
    void useTheTypographicApostrophe() throws IOException {
        for (String language : List.of("messages.properties", "messages_zh_CN.properties")) {
            for (Path bundle : bundles(language)) {
                load(bundle)
                        .forEach((key, text) -> assertThat(text.toString())
                                .as("%s in %s: ' is MessageFormat's escape, write ’", key, bundle)
                                .doesNotContain("'"));
            }
        }
    }

    @Test
    void takeTheSameArgumentsInBothLanguages() throws IOException {
        TreeMap<String, String> chinese = texts("messages_zh_CN.properties");
        texts("messages.properties")
                .forEach((key, text) -> assertThat(arguments(chinese.getOrDefault(key, "")))
                        .as(key)
                        .isEqualTo(arguments(text)));
    }

    @Test
    void existWhereATemplateNamesThem() throws IOException {
        Set<String> known = keys("messages.properties");
        List<String> missing = new ArrayList<>();
        for (Path template : templates()) {
            String html = Files.readString(template);
            IN_TEMPLATE.matcher(html).results().map(found -> found.group(1)).forEach(key -> {
                int filledIn = key.indexOf("__");
                boolean exists = filledIn < 0 ? known.contains(key) : startsAny(known, key.substring(0, filledIn));
                if (!exists) {
                    missing.add(template.getFileName() + ": " + key);
                }
            });
            chosen(html)
                    .filter(key -> !known.contains(key) && !startsAny(known, key))
                    .forEach(key -> missing.add(template.getFileName() + ": " + key));
        }
        assertThat(missing).isEmpty();
    }

    /** A text in the code that begins like our keys do (same first two parts) is taken for one. */
    @Test
    void existWhereTheCodeNamesThem() throws IOException {
        Set<String> known = keys("messages.properties");
        Set<String> families = known.stream().map(MessagesTest::family).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CODE)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                quoted(Files.readString(file))
                        .map(key -> key.replaceAll("^\\{|}$", ""))
                        .filter(key -> KEY.matcher(key).matches() && families.contains(family(key)))
                        .filter(key -> !known.contains(key) && !startsAny(known, key + "."))
                        .forEach(key -> missing.add(file.getFileName() + ": " + key));
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void areTheOnlyTextOfATemplate() throws IOException {
        List<String> bare = new ArrayList<>();
        for (Path template : templates()) {
            bareText(Files.readString(template)).forEach(text -> bare.add(template.getFileName() + ": " + text));
        }
        assertThat(bare).isEmpty();
    }

    @Test
    void wouldFindBareText() {
        assertThat(bareText("<p th:text=\"#{a.b}\"></p><!-- word --><b>·</b>")).isEmpty();
        assertThat(bareText("<p>Save</p>")).containsExactly("Save");
        assertThat(bareText("<p>保存</p>")).containsExactly("保存");
        assertThat(bareText("<input placeholder=\"Name\">")).containsExactly("Name");
        assertThat(bareText("<b th:if=\"${a > 1}\" th:text=\"'Save'\"></b>")).containsExactly("Save");
    }

    private static List<String> bareText(String html) {
        String page = OWN_TEXT.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("");
        List<String> found = new ArrayList<>();
        for (String text : TAG.split(INLINED.matcher(page).replaceAll(""))) {
            found.add(text.strip().replaceAll("&\\w+;", ""));
        }
        Matcher tags = TAG.matcher(page);
        while (tags.find()) {
            READ_ATTRIBUTE
                    .matcher(tags.group())
                    .results()
                    .map(each -> each.group(2))
                    .forEach(found::add);
            LITERAL_TEXT
                    .matcher(tags.group())
                    .results()
                    .map(each -> each.group(1))
                    .forEach(found::add);
        }
        return found.stream()
                .filter(text -> text.codePoints().anyMatch(Character::isLetter))
                .toList();
    }

    private static Stream<String> chosen(String html) {
        return CHOSEN_IN_TEMPLATE
                .matcher(html)
                .results()
                .flatMap(expression -> QUOTED.matcher(expression.group(1)).results())
                .map(quoted -> quoted.group(1))
                .filter(text -> text.endsWith(".") || KEY.matcher(text).matches());
    }

    private static Stream<String> quoted(String code) {
        return IN_CODE.matcher(code).results().map(found -> found.group(1));
    }

    private static boolean startsAny(Set<String> known, String prefix) {
        return known.stream().anyMatch(key -> key.startsWith(prefix));
    }

    private static String family(String key) {
        String[] parts = key.split("\\.");
        return parts.length == 1 ? key : parts[0] + "." + parts[1];
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{(\\d+)")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(String language) throws IOException {
        return texts(language).keySet();
    }

    private static TreeMap<String, String> texts(String language) throws IOException {
        TreeMap<String, String> all = new TreeMap<>();
        for (Path bundle : bundles(language)) {
            load(bundle).forEach((key, text) -> all.put(key.toString(), text.toString()));
        }
        return all;
    }

    private static Properties load(Path bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> bundles(String language) throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("i18n"))) {
            return files.filter(each -> each.endsWith(language)).toList();
        }
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(each -> each.toString().endsWith(".html")).toList();
        }
    }
}
