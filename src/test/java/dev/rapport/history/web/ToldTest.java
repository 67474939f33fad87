package dev.rapport.history.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapport.history.BroughtIn.Brought;
import dev.rapport.platform.LoggedChange;
import dev.rapport.platform.Via;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final List<Brought> IMPORTS = List.of(brought(90), brought(60), brought(20), brought(5));

    @Test
    void putsImportsBetweenTheChangesOfTheirTime() {
        assertThat(said(Told.inOrder(changes(100, 70), IMPORTS, Instant.MAX, false)))
                .containsExactly("c100", "i90", "c70");
        assertThat(said(Told.inOrder(changes(50, 10), IMPORTS, at(70), true)))
                .containsExactly("i60", "c50", "i20", "c10", "i5");
        assertThat(said(Told.inOrder(List.of(), IMPORTS, Instant.MAX, true)))
                .containsExactly("i90", "i60", "i20", "i5");
    }

    private static List<String> said(List<Told> told) {
        return told.stream()
                .map(it -> it.brought() == null
                        ? "c" + it.change().logged().happenedAt().getEpochSecond()
                        : "i" + it.brought().finishedAt().getEpochSecond())
                .toList();
    }

    private static List<ReadableChange> changes(int... moments) {
        return IntStream.of(moments)
                .mapToObj(it -> new LoggedChange(
                        it,
                        at(it),
                        null,
                        Via.PAGE,
                        "customer",
                        1,
                        1L,
                        LoggedChange.Action.CHANGED,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        null))
                .map(it -> new ReadableChange(it, "", List.of(), null, null))
                .toList();
    }

    private static Brought brought(int moment) {
        return new Brought(moment, "file.csv", at(moment), true, false, 0);
    }

    private static Instant at(int moment) {
        return Instant.ofEpochSecond(moment);
    }
}
