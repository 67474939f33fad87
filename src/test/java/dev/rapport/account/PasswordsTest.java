package dev.rapport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.Refused;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(
            strings = {"tidy-otter-paints-slowly", "我的密码由十二个以上汉字组成", "correct horse battery staple", "            x"})
    void acceptsWithoutRulesOfComposition(String password) {
        assertThatCode(() -> passwords.check("password", password, "o@example.com"))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "            ", "with\0a nul character"})
    void refusesShortBlankAndUnstorable(String password) {
        assertRefused(password);
    }

    @Test
    void refusesMoreThanItsLongest() {
        assertRefused("aB3$".repeat(33));
        assertThatCode(() -> passwords.check("password", distinct(128), "o@example.com"))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesTheEmailAddress() {
        assertThatThrownBy(() -> passwords.check("password", "Olivia@Example.com", "olivia@example.com"))
                .isInstanceOf(Refused.class);
    }

    @Test
    void hashesByArgon2idAndNeverAlike() {
        String hash = passwords.hash("tidy-otter-paints-slowly");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash("tidy-otter-paints-slowly")).isNotEqualTo(hash);
        assertThat(passwords.matches("tidy-otter-paints-slowly", hash)).isTrue();
        assertThat(passwords.matches("tidy-otter-paints-slowlz", hash)).isFalse();
    }

    @Test
    void takesAsLongForNobody() {
        String hash = passwords.hash("some password");
        long known = fastest(hash);
        long unknown = fastest(null);
        assertThat((double) unknown / known).isBetween(0.2, 5.0);
    }

    private long fastest(@Nullable String hash) {
        return IntStream.range(0, 6)
                .mapToLong(i -> {
                    long begin = System.nanoTime();
                    assertThat(passwords.matches("a guess", hash)).isFalse();
                    return System.nanoTime() - begin;
                })
                .min()
                .orElseThrow();
    }

    private static String distinct(int length) {
        StringBuilder text = new StringBuilder();
        IntStream.range(0, length).forEach(i -> text.append((char) ('!' + (i * 7) % 90)));
        return text.toString();
    }

    private void assertRefused(String password) {
        assertThatThrownBy(() -> passwords.check("password", password, "o@example.com"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.field()).isEqualTo("password"));
    }
}
