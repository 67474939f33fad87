package dev.rapport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a template may not hold: things that the Content-Security-Policy blocks, and conditions that do nothing. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[a-z][^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>");
    private static final Pattern BLOCKED = Pattern.compile(
            "\\s(?:th:)?(style|on[a-z]+|hx-on[:a-z-]*)\\s*=|hx-vals\\s*=\\s*['\"]js:|\\sth:styleappend");
    private static final Pattern REPLACED = Pattern.compile("\\sth:replace\\s*=");
    private static final Pattern CONDITION = Pattern.compile("\\sth:(if|unless|each|with)\\s*=");
    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*\\bsrc\\s*=)(?![^>]*type=\"application/json\")");

    @Test
    void holdNoInlineStyleAndNoInlineHandler() throws IOException {
        assertThat(tags(tag -> BLOCKED.matcher(tag).find())).isEmpty();
    }

    @Test
    void holdNoInlineScriptOrStyleSheet() throws IOException {
        assertThat(tags(tag ->
                        tag.startsWith("<style") || INLINE_SCRIPT.matcher(tag).find()))
                .isEmpty();
    }

    /** The replacement comes first, whatever the condition says: the condition belongs around it. */
    @Test
    void putNoConditionOnAnElementThatIsReplaced() throws IOException {
        assertThat(tags(tag ->
                        REPLACED.matcher(tag).find() && CONDITION.matcher(tag).find()))
                .isEmpty();
    }

    private static List<String> tags(Predicate<String> wrong) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".html")).toList()) {
                String html = COMMENT.matcher(Files.readString(file)).replaceAll("");
                TAG.matcher(html)
                        .results()
                        .map(tag -> tag.group())
                        .filter(wrong)
                        .forEach(tag -> found.add(file.getFileName() + ": " + tag));
            }
        }
        return found;
    }
}
