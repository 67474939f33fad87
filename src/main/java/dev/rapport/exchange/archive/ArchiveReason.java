package dev.rapport.exchange.archive;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an archive was made. */
public enum ArchiveReason {
    NIGHTLY,
    MIGRATION,
    DEMAND;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
