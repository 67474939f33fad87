package dev.rapport.exchange.restore;

import dev.rapport.exchange.archive.Manifest;
import dev.rapport.exchange.restore.CannotRestore.Reason;
import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;

/** Whether the disk of the home has room for an archive, asked before it is filled. */
record Room(RapportHome home) {
    /** Rows with their indexes, and the log that is written of them, for each byte of text in the archive. */
    private static final int DATABASE_BYTES_FOR_ONE = 4;

    private static final long SPARE = 64L << 20;

    void require(Manifest manifest) throws IOException {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::bytes).sum();
        long files =
                manifest.files().stream().mapToLong(Manifest.StoredFile::bytes).sum();
        // with a server elsewhere its disk is not ours to look at
        long needed = files + SPARE + (Files.isDirectory(home.database()) ? DATABASE_BYTES_FOR_ONE * rows : 0);
        FileStore disk = Files.getFileStore(home.path());
        if (disk.getTotalSpace() > 0 && disk.getUsableSpace() < needed) {
            throw new CannotRestore(
                    Reason.NO_ROOM,
                    (needed >> 20) + " MB are needed, " + (disk.getUsableSpace() >> 20) + " MB are free");
        }
    }
}
