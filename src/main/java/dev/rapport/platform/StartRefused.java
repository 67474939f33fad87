package dev.rapport.platform;

import org.jspecify.annotations.Nullable;

/** Rapport can't start for a reason that the founder can mend; the message is the whole sentence shown. */
public class StartRefused extends RuntimeException {
    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
