package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.ArchiveFile;
import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import dev.rapport.platform.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.util.FileSystemUtils;

/**
 * The files of an archive: first all unpacked beside the home's own, then moved among them. A file that lies there without
 * its row, for a kill came before the tables were swapped, is one that nobody asks for.
 */
final class StoredFiles implements AutoCloseable {
    private static final String PREFIX = "files/";

    private final Path files;
    private final Path unpacked;
    private final List<Path> names = new ArrayList<>();

    private StoredFiles(Path files) throws IOException {
        this.files = files;
        this.unpacked = Files.createTempDirectory(files, ".restore-");
    }

    /** Removes what a kill left. */
    static void sweep(Path files) throws IOException {
        try (var leftovers = Files.newDirectoryStream(files, ".restore-*")) {
            for (Path leftover : leftovers) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
    }

    static StoredFiles unpack(ArchiveFile archive, Path files) throws IOException {
        StoredFiles stored = new StoredFiles(files);
        try {
            for (Manifest.StoredFile file : archive.manifest().files()) {
                stored.unpack(archive, file);
            }
            return stored;
        } catch (IOException | RuntimeException failed) {
            stored.close();
            throw failed;
        }
    }

    private void unpack(ArchiveFile archive, Manifest.StoredFile file) throws IOException {
        Path name = name(file.entry());
        Path target = unpacked.resolve(name);
        OwnerOnly.folder(Objects.requireNonNull(target.getParent()));
        try (InputStream in = archive.entry(file.entry())) {
            Files.copy(in, target);
        }
        names.add(name);
    }

    /** Below the folder of files, wherever the entry would like to lie. */
    private Path name(String entry) {
        try {
            Path name = Path.of(entry.substring(entry.startsWith(PREFIX) ? PREFIX.length() : 0));
            Path target = unpacked.resolve(name);
            if (entry.startsWith(PREFIX)
                    && !name.isAbsolute()
                    && name.equals(name.normalize())
                    && !name.toString().isEmpty()
                    && !name.startsWith("..")
                    && target.startsWith(unpacked)) {
                return name;
            }
        } catch (InvalidPathException noName) {
            throw new CannotRestore(Reason.DAMAGED, "name of a file", noName);
        }
        throw new CannotRestore(Reason.DAMAGED, "name of a file");
    }

    void moveIn() throws IOException {
        for (Path name : names) {
            Path target = files.resolve(name);
            OwnerOnly.folder(Objects.requireNonNull(target.getParent()));
            Files.move(unpacked.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(unpacked);
    }
}
