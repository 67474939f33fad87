package dev.rapport.exchange.archive;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an archive holds; its last entry.
 *
 * @param format of the archive itself: {@link #FORMAT}
 * @param rapport version of the program that wrote it
 * @param schemaVersion of the last migration that the database had when it was read
 * @param madeAt moment of the snapshot
 * @param leftOut tables of the schema that no archive holds: what only this machine's running program needs
 */
public record Manifest(
        int format,
        String rapport,
        String schemaVersion,
        Instant madeAt,
        ArchiveReason reason,
        List<Table> tables,
        List<String> leftOut,
        List<Sequence> sequences,
        List<StoredFile> files) {
    public static final int FORMAT = 1;
    public static final String ENTRY = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param entry name in the archive: CSV as PostgreSQL's COPY writes it, with a header
     * @param columns in the order of the file; computed ones are left out
     */
    public record Table(String name, String entry, List<String> columns, long rows, long bytes, String sha256) {}

    /** As PostgreSQL's {@code setval} takes them. */
    public record Sequence(String name, long lastValue, boolean called) {}

    /** A file of the home's {@code files} folder, by its name in the archive. */
    public record StoredFile(String entry, long bytes, String sha256) {}

    /** How many rows a table has, 0 where there is none of that name. */
    public long rows(String table) {
        return tables.stream()
                .filter(each -> each.name().equals(table))
                .mapToLong(Table::rows)
                .sum();
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    byte[] json() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static Manifest of(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }

    /** The format alone: that of a later Rapport may have other fields around it. */
    static int formatOf(byte[] json) {
        return JSON.readTree(json).path("format").asInt(0);
    }
}
