package dev.rapport.platform.web;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A sentence shown once on the page that a redirect leads to, with an undo button where the change can be taken back. */
public record Flash(
        Kind kind, String key, List<String> args, @Nullable Long changeId) implements Serializable {
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
        List<String> texts = Stream.of(args).map(String::valueOf).toList();
        redirect.addFlashAttribute(ATTRIBUTE, new Flash(kind, key, texts, changeId));
    }
}
