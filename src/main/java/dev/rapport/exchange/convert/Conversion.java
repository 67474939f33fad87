package dev.rapport.exchange.convert;

import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.UnreadableFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is by its first bytes, and its rows as CSV in UTF-8. Names lie. */
public enum Conversion {
    NONE,
    WORKBOOK,
    CARDS;

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_WORKBOOK = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final String CARD = "begin:vcard";
    private static final int HEAD = 256;

    /** @throws UnreadableFile when it is a workbook of the time before 2007 */
    public static Conversion of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (startsWith(head, OLD_WORKBOOK)) {
            throw new UnreadableFile(Reason.of("file", "exchange.file.old-workbook"));
        }
        if (startsWith(head, ZIP)) {
            return WORKBOOK;
        }
        // Without the NULs of UTF-16 and whatever mark or white space stands before.
        String text = new String(head, StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x21-\\x7E]", "")
                .toLowerCase(Locale.ROOT);
        return text.startsWith(CARD) ? CARDS : NONE;
    }

    /** @throws UnreadableFile when the file is damaged, or grows without measure when it is unpacked */
    public void toTable(Path file, Path table) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(table)) {
            switch (this) {
                case WORKBOOK -> Workbook.write(file, out);
                case CARDS -> Cards.write(file, out);
                case NONE -> throw new IllegalArgumentException("a table already");
            }
        }
    }

    private static boolean startsWith(byte[] head, byte[] mark) {
        return head.length >= mark.length && Arrays.equals(head, 0, mark.length, mark, 0, mark.length);
    }
}
