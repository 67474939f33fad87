package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.ArchiveFile;
import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.archive.SchemaContents;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/** What an archive must be before anything is done with it. A seal proves that it is whole, not that it is ours. */
final class ArchiveCheck {
    private static final String MANIFEST = Manifest.ENTRY;

    private final ArchiveFile archive;
    private final Manifest manifest;

    ArchiveCheck(ArchiveFile archive) {
        this.archive = archive;
        this.manifest = archive.manifest();
    }

    /** Reads every entry; knows nothing of the schema yet. */
    void requireWhole(Flyway live) throws IOException {
        requireComplete();
        requireKnownVersion(live);
        archive.verify();
    }

    /** Its tables are those that the migrations up to its version make, column by column. */
    void requireFits(SchemaContents built) {
        Map<String, Set<String>> wanted = built.tables().stream()
                .collect(Collectors.toMap(Manifest.Table::name, table -> Set.copyOf(table.columns())));
        Set<String> met = new HashSet<>();
        for (Manifest.Table table : manifest.tables()) {
            Set<String> columns = wanted.get(table.name());
            if (columns == null || !met.add(table.name())) {
                throw damaged("table " + table.name());
            }
            if (!columns.equals(Set.copyOf(table.columns()))
                    || columns.size() != table.columns().size()) {
                throw damaged("columns of " + table.name());
            }
        }
        wanted.keySet().stream()
                .filter(name -> !met.contains(name) && !manifest.leftOut().contains(name))
                .findFirst()
                .ifPresent(missing -> {
                    throw damaged("table " + missing + " is missing");
                });
    }

    private void requireComplete() {
        boolean complete = isWhole(manifest.tables(), Manifest.Table::name)
                && isWhole(manifest.tables(), Manifest.Table::entry)
                && isWhole(manifest.tables(), Manifest.Table::sha256)
                && manifest.tables().stream().allMatch(table -> isWhole(table.columns(), name -> name))
                && isWhole(manifest.sequences(), Manifest.Sequence::name)
                && isWhole(manifest.files(), Manifest.StoredFile::entry)
                && isWhole(manifest.files(), Manifest.StoredFile::sha256)
                && isWhole(manifest.leftOut(), name -> name)
                && isThere(manifest.schemaVersion());
        if (!complete) {
            throw damaged(MANIFEST);
        }
    }

    /** Whoever wrote the manifest may have left out anything. */
    private static <T> boolean isWhole(@Nullable List<T> list, Function<T, @Nullable Object> part) {
        return list != null && list.stream().allMatch(each -> each != null && part.apply(each) != null);
    }

    private static boolean isThere(@Nullable Object value) {
        return value != null;
    }

    private void requireKnownVersion(Flyway live) {
        MigrationVersion version = version();
        List<MigrationVersion> known = Arrays.stream(live.info().all())
                .map(MigrationInfo::getVersion)
                .filter(ArchiveCheck::isThere)
                .toList();
        if (known.stream().allMatch(each -> version.compareTo(each) > 0)) {
            throw new CannotRestore(Reason.NEWER, "schema " + version);
        }
        if (!known.contains(version)) {
            throw damaged("schema " + version);
        }
    }

    private MigrationVersion version() {
        try {
            return MigrationVersion.fromVersion(manifest.schemaVersion());
        } catch (FlywayException notANumber) {
            throw damaged("schema version");
        }
    }

    private static CannotRestore damaged(String what) {
        return new CannotRestore(Reason.DAMAGED, what);
    }
}
