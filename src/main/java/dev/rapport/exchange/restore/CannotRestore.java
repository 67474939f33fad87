package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.DamagedArchive;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Nothing was changed, and this is why. */
public final class CannotRestore extends RuntimeException {
    private final Reason reason;
    private final String detail;

    /** Each with its sentence for the console; pages say {@code exchange.restore.refused.…} in the reader's language. */
    public enum Reason {
        NOT_AN_ARCHIVE("That file isn't an archive of Rapport, or its end is missing"),
        DAMAGED("The archive is damaged, so nothing was restored"),
        NEWER("The archive was made by a newer Rapport: start that one"),
        PASSPHRASE_NEEDED("The archive is encrypted: its passphrase is needed"),
        WRONG_PASSPHRASE("The archive doesn't open with this passphrase"),
        NOT_EMPTY("Rapport holds data already, and an archive is only restored into an empty one"),
        NO_ROOM("There isn't enough room on the disk to restore the archive"),
        BUSY("An archive is being restored already"),
        UNREADABLE("The archive can't be read"),
        FAILED("The archive could not be restored, and nothing was changed");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        String key() {
            return "exchange.restore.refused." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    CannotRestore(Reason reason, String detail) {
        this(reason, detail, null);
    }

    CannotRestore(Reason reason, String detail, @Nullable Throwable cause) {
        super(reason.sentence + (detail.isEmpty() ? "" : " (" + detail + ")"), cause);
        this.reason = reason;
        this.detail = detail;
    }

    static CannotRestore because(DamagedArchive damaged) {
        Reason reason =
                switch (damaged.damage()) {
                    case NOT_AN_ARCHIVE -> Reason.NOT_AN_ARCHIVE;
                    case CHANGED, ENTRY_DIFFERS -> Reason.DAMAGED;
                    case NEWER_FORMAT -> Reason.NEWER;
                    case PASSPHRASE_NEEDED -> Reason.PASSPHRASE_NEEDED;
                    case WRONG_PASSPHRASE -> Reason.WRONG_PASSPHRASE;
                };
        return new CannotRestore(reason, damaged.where(), damaged);
    }

    public Reason reason() {
        return reason;
    }

    public String key() {
        return reason.key();
    }

    /** The entry, version or size that the reason is about; may be empty. */
    public String detail() {
        return detail;
    }
}
