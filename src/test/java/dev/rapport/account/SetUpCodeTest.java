package dev.rapport.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.platform.Refused;
import dev.rapport.testing.BeforeSetUp;
import dev.rapport.testing.DatabaseTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DatabaseTest
@BeforeSetUp
@ExtendWith(OutputCaptureExtension.class)
class SetUpCodeTest {
    @Autowired
    SetUpCode code;

    @Test
    void standsOnTheConsole(CapturedOutput output) {
        code.print();
        assertThat(output).containsPattern("Set-up code: [A-Z2-9]{4}-[A-Z2-9]{4}");
    }

    @Test
    void isTakenHoweverItIsTyped() {
        for (String typed : new String[] {
            code.code(), code.code().toLowerCase(Locale.ROOT), " " + code.code().replace("-", " ")
        }) {
            assertThatCode(() -> code.check(typed, "192.0.2.1")).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> code.check("", "192.0.2.1")).isInstanceOf(Refused.class);
    }
}
