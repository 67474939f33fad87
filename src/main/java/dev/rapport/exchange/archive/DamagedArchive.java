package dev.rapport.exchange.archive;

import org.jspecify.annotations.Nullable;

/** An archive that can't be trusted or opened; whoever catches it changes nothing. */
public final class DamagedArchive extends RuntimeException {
    private final Damage damage;
    private final String where;

    /** What is wrong with it. */
    public enum Damage {
        /** Neither a ZIP sealed by Rapport nor an OpenPGP message. */
        NOT_AN_ARCHIVE("isn't an archive of Rapport, or its end is missing"),
        /** Its bytes aren't those that were sealed. */
        CHANGED("is damaged: its bytes aren't those that Rapport wrote"),
        /** An entry isn't what the manifest says. */
        ENTRY_DIFFERS("is damaged"),
        NEWER_FORMAT("was written by a newer Rapport, in a format that this one doesn't know"),
        PASSPHRASE_NEEDED("is encrypted: its passphrase is needed"),
        WRONG_PASSPHRASE("doesn't open with this passphrase");

        private final String sentence;

        Damage(String sentence) {
            this.sentence = sentence;
        }
    }

    DamagedArchive(Damage damage, String where) {
        this(damage, where, null);
    }

    DamagedArchive(Damage damage, String where, @Nullable Throwable cause) {
        super("The archive " + damage.sentence + (where.isEmpty() ? "" : " (" + where + ")"), cause);
        this.damage = damage;
        this.where = where;
    }

    public Damage damage() {
        return damage;
    }

    /** The entry, or empty when it's the file as a whole. */
    public String where() {
        return where;
    }
}
