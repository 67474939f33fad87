package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypedTest {
    @Test
    void stripsALineOfTheWhiteSpaceAroundIt() {
        assertThat(Typed.line(" \t\u3000Ana  Ruiz\r\n ")).isEqualTo("Ana  Ruiz");
        assertThat(Typed.line(" \n ")).isNull();
        assertThat(Typed.line(null)).isNull();
    }

    @Test
    void keepsANoteAsTypedButForTheLineEndsOfForms() {
        assertThat(Typed.note("  one\r\n\r\ntwo ")).isEqualTo("  one\n\ntwo ");
        assertThat(Typed.note(" \r\n ")).isNull();
    }

    @Test
    void knowsWhatPostgresqlCannotHold() {
        assertThat(Typed.isStorable("张三 👩‍👩‍👧 \u0001")).isTrue();
        assertThat(Typed.isStorable("a\0b")).isFalse();
        assertThat(Typed.isStorable("\uD83D")).isFalse();
        assertThat(Typed.isStorable("\uDC69x")).isFalse();
        assertThat(Typed.isStorable("\uD83Dx\uDC69")).isFalse();
    }
}
