package dev.rapport.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPasswordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Password1234",
                "aaaaaaaaaaaa",
                "abababababab",
                "abcdefghijkl",
                "987654321098",
                "qwertyqwerty",
                "iloveyou!!!!"
            })
    void areRefused(String password) {
        assertThat(CommonPasswords.include(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "violet-Teapot 71", "我们的客户就是我们的公司啊", "x9!Lq#72pPz@"})
    void othersAreNot(String password) {
        assertThat(CommonPasswords.include(password)).isFalse();
    }
}
