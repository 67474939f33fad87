package dev.rapport.exchange.archive;

import dev.rapport.exchange.archive.readable.Entries;
import dev.rapport.exchange.archive.readable.ReadablePages;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The entries of one archive, in their order; the manifest comes last, for it knows the others' digests. */
final class ArchiveContent implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ZipOutputStream zip;
    private final Instant madeAt;

    ArchiveContent(OutputStream out, Instant madeAt) {
        this.zip = new ZipOutputStream(out);
        this.madeAt = madeAt;
        zip.setLevel(Deflater.DEFAULT_COMPRESSION);
        zip.setComment(Seal.blank());
    }

    Manifest write(Snapshot snapshot, Path folder, ArchiveReason reason, ArchiveProgress progress)
            throws IOException, SQLException {
        Snapshot.Relations relations = snapshot.relations();
        long size = relations.kept().stream().mapToLong(Snapshot.Relation::size).sum();
        // the pages take about as long as the tables
        progress.expect(2 * size);
        ReadablePages.write(snapshot.connection(), madeAt, new Pages(progress, size, snapshot.customers()));
        List<Manifest.Table> tables = new ArrayList<>();
        for (Snapshot.Relation table : relations.kept()) {
            tables.add(table(snapshot, table));
            progress.advance(table.size());
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                version(),
                snapshot.schemaVersion(),
                madeAt,
                reason,
                tables,
                relations.leftOut(),
                snapshot.sequences(),
                files(folder));
        begin(Manifest.ENTRY);
        zip.write(manifest.json());
        zip.closeEntry();
        return manifest;
    }

    void finish() throws IOException {
        zip.finish();
    }

    private Manifest.Table table(Snapshot snapshot, Snapshot.Relation table) throws IOException, SQLException {
        String entry = "tables/" + table.name() + ".csv";
        begin(entry);
        Measured measured = new Measured(zip);
        OutputStream out = new BufferedOutputStream(measured, BUFFER);
        long rows = snapshot.copy(table, out);
        out.flush();
        zip.closeEntry();
        return new Manifest.Table(table.name(), entry, table.columns(), rows, measured.bytes(), measured.sha256());
    }

    private List<Manifest.StoredFile> files(Path folder) throws IOException {
        List<Path> found;
        try (Stream<Path> walked = Files.walk(folder)) {
            found = walked.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
        List<Manifest.StoredFile> stored = new ArrayList<>();
        for (Path file : found) {
            file(folder, file).ifPresent(stored::add);
        }
        return stored;
    }

    /** Empty for one that was removed since the folder was read. */
    private Optional<Manifest.StoredFile> file(Path folder, Path file) throws IOException {
        String entry = "files/" + folder.relativize(file).toString().replace('\\', '/');
        try (InputStream in = Files.newInputStream(file)) {
            begin(entry);
            Measured measured = new Measured(zip);
            in.transferTo(measured);
            zip.closeEntry();
            return Optional.of(new Manifest.StoredFile(entry, measured.bytes(), measured.sha256()));
        } catch (NoSuchFileException removed) {
            return Optional.empty();
        }
    }

    private void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(madeAt.toEpochMilli());
        zip.putNextEntry(entry);
    }

    private static String version() {
        String version = ArchiveContent.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    /** Gives the compressor's memory back; what was written so far stays as it is. */
    @Override
    public void close() throws IOException {
        zip.close();
    }

    private final class Pages implements Entries {
        private final ArchiveProgress progress;
        private final long size;
        private final long customers;

        private Pages(ArchiveProgress progress, long size, long customers) {
            this.progress = progress;
            this.size = size;
            this.customers = customers;
        }

        @Override
        public OutputStream begin(String name) throws IOException {
            ArchiveContent.this.begin(name);
            return zip;
        }

        @Override
        public void end() throws IOException {
            zip.closeEntry();
        }

        @Override
        public void written(int these) {
            progress.advance(size * these / Math.max(1, customers));
        }
    }
}
