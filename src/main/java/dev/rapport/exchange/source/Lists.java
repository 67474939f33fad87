package dev.rapport.exchange.source;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Several values in one cell. */
public final class Lists {
    private static final Pattern TAGS = Pattern.compile("[,;，；、|]|:::");
    /** What Google puts every contact into. */
    private static final Set<String> GROUPS_OF_ALL = Set.of("* myContacts", "* My Contacts", "* starred");

    private static final Pattern ONLY_COMMAS = Pattern.compile(",");

    /** Address books put three colons between the values of one label; a phone number may hold nearly everything else. */
    private static final Pattern PHONES = Pattern.compile("[\\r\\n]+|:::");

    private static final Pattern EMAILS = Pattern.compile("[\\r\\n]+|:::|[,;\\s]");

    private Lists() {}

    /** A comma at the end says that there are no other separators. */
    static List<String> tags(String text) {
        return split(text.endsWith(",") ? ONLY_COMMAS : TAGS, text).stream()
                .filter(it -> !GROUPS_OF_ALL.contains(it))
                .toList();
    }

    static List<String> emails(String text) {
        return split(EMAILS, text);
    }

    static List<String> phones(String text) {
        return split(PHONES, text);
    }

    /** So that they come back as they are: no tag holds a comma, some may hold another separator. */
    public static String ofTags(Collection<String> tags) {
        String text = String.join(",", tags);
        boolean plain = tags.stream().allMatch(it -> TAGS.split(it, -1).length == 1);
        return plain ? text : text + ",";
    }

    public static String ofContacts(Collection<String> contacts) {
        return String.join("\n", contacts);
    }

    private static List<String> split(Pattern separator, String text) {
        return Arrays.stream(separator.split(text))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
