package dev.rapport.platform.web;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sentence shown once on the page that a redirect leads to, with an undo button where the change can be taken back. */
public record Flash(
        Kind kind,
        String key,
        List<Serializable> args,
        @Nullable Long changeId) implements Serializable {
    static final String ATTRIBUTE = "flash";

    public enum Kind {
        SUCCESS,
        FAILURE
    }

    public static void success(RedirectAttributes redirect, String key, Object... args) {
        put(redirect, Kind.SUCCESS, null, key, args);
    }

    public static void failure(RedirectAttributes redirect, String key, Object... args) {
        put(redirect, Kind.FAILURE, null, key, args);
    }

    public static void undoable(RedirectAttributes redirect, long changeId, String key, Object... args) {
        put(redirect, Kind.SUCCESS, changeId, key, args);
    }

    private static void put(
            RedirectAttributes redirect, Kind kind, @Nullable Long changeId, String key, Object... args) {
        // Numbers stay numbers, for a message may choose its words by them.
        List<Serializable> plain = Stream.of(args)
                .map(arg -> arg instanceof Number number ? number : (Serializable) String.valueOf(arg))
                .toList();
        redirect.addFlashAttribute(ATTRIBUTE, new Flash(kind, key, plain, changeId));
    }
}
