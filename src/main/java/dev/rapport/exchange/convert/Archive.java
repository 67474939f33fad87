package dev.rapport.exchange.convert;

import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a workbook once to see how large it is: what an archive says of itself may be a lie. */
final class Archive {
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST = 4L << 30;

    /** Of what the reader holds in memory, and of what a single entry may come to whatever its packed size. */
    private static final long LARGEST_IN_MEMORY = 128L << 20;

    /** Rows of XML pack to a thirtieth at best; bombs to a thousandth. */
    private static final int MOST_TIMES_LARGER = 200;

    private static final String SHEETS = "xl/worksheets/";

    private Archive() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw new UnreadableFile(Reason.of("file", "exchange.file.workbook"));
            }
            if (zip.size() > MOST_ENTRIES) {
                throw tooLarge();
            }
            measure(zip);
        } catch (ZipException e) {
            throw new UnreadableFile(Reason.of("file", "exchange.file.damaged"));
        }
    }

    private static void measure(ZipFile zip) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long all = 0;
        long inMemory = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            boolean inParts = entry.getName().startsWith(SHEETS);
            long packed = Math.max(1, entry.getCompressedSize());
            long size = 0;
            try (InputStream in = zip.getInputStream(entry)) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    size += n;
                    all += n;
                    inMemory += inParts ? 0 : n;
                    boolean swollen = size > LARGEST_IN_MEMORY && size / packed > MOST_TIMES_LARGER;
                    if (swollen || all > LARGEST || inMemory > LARGEST_IN_MEMORY) {
                        throw tooLarge();
                    }
                }
            }
        }
    }

    private static UnreadableFile tooLarge() {
        return new UnreadableFile(Reason.of("file", "exchange.file.swollen"));
    }
}
