package dev.rapport.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/** The passwords that guessers try first, from the 20,000 most used ones collected by Royce Williams (as Django ships). */
final class CommonPasswords {
    private static final ClassPathResource LIST = new ClassPathResource("account/common-passwords.txt");

    private CommonPasswords() {}

    /** Also true of a common word with digits or signs after it, or written several times over. */
    static boolean include(String password) {
        String typed = password.toLowerCase(Locale.ROOT);
        String unit = repeatedPart(typed);
        String word = unit.replaceAll("[^\\p{L}]+$", "");
        return unit.length() < 4
                || isRow(typed)
                || isListed(Set.copyOf(List.of(typed, unit, word.isEmpty() ? unit : word)));
    }

    private static String repeatedPart(String text) {
        int period = (text + text).indexOf(text, 1);
        return text.substring(0, period);
    }

    /** abcdefghijkl, 987654321098: every character one step from the last. */
    private static boolean isRow(String text) {
        return text.chars().distinct().count() > 2 && steps(text, 1) || steps(text, -1);
    }

    private static boolean steps(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            int from = text.charAt(i - 1);
            int to = text.charAt(i);
            boolean digitsTurnOver = Character.isDigit(from) && (from - '0' + step + 10) % 10 == to - '0';
            if (to != from + step && !digitsTurnOver) {
                return false;
            }
        }
        return true;
    }

    /** Read on each question: it's asked a few times in the life of an account, and the list needn't stay in memory. */
    private static boolean isListed(Set<String> candidates) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(LIST.getInputStream(), StandardCharsets.UTF_8))) {
            return lines.lines().anyMatch(candidates::contains);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
