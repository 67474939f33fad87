package dev.rapport.exchange.archive;

import dev.rapport.exchange.archive.DamagedArchive.Damage;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** An archive opened for reading: every byte is the one that was sealed. {@link #verify} also reads every entry. */
public final class ArchiveFile implements AutoCloseable {
    /** Far above what any number of files needs; a longer one is cut and then malformed. */
    private static final int LONGEST_MANIFEST = 64 << 20;

    private final @Nullable Path scratch;
    private final ZipFile zip;
    private final Manifest manifest;

    private ArchiveFile(@Nullable Path scratch, ZipFile zip, Manifest manifest) {
        this.scratch = scratch;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Opens an archive whatever it is called.
     *
     * @param passphrase of an encrypted one; not looked at otherwise
     * @param folder where an encrypted one is unlocked into a file that goes when this closes; must be on a disk with room
     * @throws DamagedArchive when it isn't one, or was changed, or the passphrase doesn't fit
     */
    public static ArchiveFile open(Path file, @Nullable String passphrase, Path folder) throws IOException {
        if (isZip(file)) {
            return open(file, (Path) null);
        }
        if (passphrase == null || passphrase.isEmpty()) {
            Damage other = isMessage(file) ? Damage.PASSPHRASE_NEEDED : Damage.NOT_AN_ARCHIVE;
            throw new DamagedArchive(Seal.at(file).isPresent() ? Damage.CHANGED : other, "");
        }
        Path unlocked = Files.createTempFile(folder, "unlocked-", ".part");
        try {
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = new BufferedOutputStream(Files.newOutputStream(unlocked))) {
                OpenPgp.decrypt(in, passphrase, out);
            }
            return open(unlocked, unlocked);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(unlocked);
            throw failed;
        }
    }

    /** What an archive that isn't encrypted says of itself, without reading the rest. */
    public static Manifest peek(Path file) throws IOException {
        try (ZipFile zip = zip(file)) {
            return manifest(zip);
        }
    }

    public Manifest manifest() {
        return manifest;
    }

    /** The bytes of an entry, as named in the manifest. */
    public InputStream entry(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new DamagedArchive(Damage.ENTRY_DIFFERS, name);
        }
        return zip.getInputStream(entry);
    }

    /** Holds every table and file against the manifest. */
    public void verify() throws IOException {
        Set<String> known = new HashSet<>(Set.of(Manifest.ENTRY));
        for (Manifest.Table table : manifest.tables()) {
            verify(table.entry(), table.bytes(), table.sha256());
            known.add(table.entry());
        }
        for (Manifest.StoredFile stored : manifest.files()) {
            verify(stored.entry(), stored.bytes(), stored.sha256());
            known.add(stored.entry());
        }
        zip.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.startsWith("tables/") || name.startsWith("files/"))
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new DamagedArchive(Damage.ENTRY_DIFFERS, name);
                });
    }

    private void verify(String name, long bytes, String sha256) throws IOException {
        Measured measured = new Measured(OutputStream.nullOutputStream());
        try (InputStream in = entry(name)) {
            copy(in, measured, bytes);
        } catch (ZipException malformed) {
            throw new DamagedArchive(Damage.ENTRY_DIFFERS, name, malformed);
        }
        if (measured.bytes() != bytes || !measured.sha256().equals(sha256)) {
            throw new DamagedArchive(Damage.ENTRY_DIFFERS, name);
        }
    }

    /** One byte more than there should be tells that there are more: a bomb isn't unpacked to its end. */
    private static void copy(InputStream in, OutputStream out, long bytes) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long met = 0;
        for (int read = in.read(buffer); read >= 0 && met <= bytes; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            met += read;
        }
    }

    private static ArchiveFile open(Path file, @Nullable Path scratch) throws IOException {
        Optional<String> seal = Seal.at(file);
        if (!seal.equals(Optional.of(Seal.expected(file)))) {
            throw new DamagedArchive(seal.isPresent() ? Damage.CHANGED : Damage.NOT_AN_ARCHIVE, "");
        }
        ZipFile zip = zip(file);
        try {
            return new ArchiveFile(scratch, zip, manifest(zip));
        } catch (IOException | RuntimeException failed) {
            zip.close();
            throw failed;
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] first = in.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    /** Each packet of OpenPGP begins with a byte whose highest bit is set. */
    private static boolean isMessage(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            int first = in.read();
            return first >= 0 && (first & 0x80) != 0;
        }
    }

    private static ZipFile zip(Path file) throws IOException {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException malformed) {
            throw new DamagedArchive(Damage.NOT_AN_ARCHIVE, "", malformed);
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) {
            throw new DamagedArchive(Damage.NOT_AN_ARCHIVE, Manifest.ENTRY);
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] json = in.readNBytes(LONGEST_MANIFEST);
            if (Manifest.formatOf(json) > Manifest.FORMAT) {
                throw new DamagedArchive(Damage.NEWER_FORMAT, "");
            }
            return Manifest.of(json);
        } catch (ZipException | EOFException | JacksonException malformed) {
            throw new DamagedArchive(Damage.ENTRY_DIFFERS, Manifest.ENTRY, malformed);
        }
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            if (scratch != null) {
                Files.deleteIfExists(scratch);
            }
        }
    }
}
