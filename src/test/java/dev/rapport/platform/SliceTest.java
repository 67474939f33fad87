package dev.rapport.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {
    @Test
    void endsWithTheCursorOfItsLastRowWhenThereIsMore() {
        Slice<Long> slice = Slice.of(List.of(7L, 8L, 9L), 2, id -> new Cursor("张|三", id));

        assertThat(slice.items()).containsExactly(7L, 8L);
        assertThat(Cursor.decode(slice.next())).isEqualTo(new Cursor("张|三", 8));
    }

    @Test
    void hasNoCursorAtTheEnd() {
        assertThat(Slice.of(List.of(7L, 8L), 2, id -> new Cursor("", id)).next())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "-5,1", "1,1", "50,50", "200,200", "201,200"})
    void clipsTheLimit(int asked, int given) {
        assertThat(Slice.limit(asked)).isEqualTo(given);
        assertThat(Slice.limit(null)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "!!!", "bm8gbnVtYmVyfHg", "MQ", "MXwA"})
    void refusesACursorThatIsNotOurs(String text) {
        assertThatThrownBy(() -> Cursor.decode(text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo("after"));
    }
}
