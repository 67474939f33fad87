package dev.rapport.exchange.restore;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** An archive changed by somebody who knows how to seal one. */
final class ForgedArchive {
    private static final String MANIFEST = "manifest.json";
    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    ForgedArchive(Path original) throws IOException {
        try (ZipFile zip = new ZipFile(original.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    ForgedArchive manifest(UnaryOperator<String> change) {
        String changed = change.apply(text(MANIFEST));
        if (changed.equals(text(MANIFEST))) {
            throw new IllegalArgumentException("nothing was forged");
        }
        entries.put(MANIFEST, bytes(changed));
        return this;
    }

    /** With the digest and the size in the manifest to match. */
    ForgedArchive entry(String name, UnaryOperator<String> change) {
        byte[] before = entries.get(name);
        byte[] after = bytes(change.apply(text(name)));
        entries.put(name, after);
        return manifest(json -> json.replace(sha256(before), sha256(after))
                .replaceFirst(
                        "(?s)(\"entry\" : \"" + name + "\".*?\"bytes\" : )" + before.length, "$1" + after.length));
    }

    /** A file that the manifest names, wherever that name leads. */
    ForgedArchive file(String name, String content) {
        entries.put(name, bytes(content));
        return manifest(json -> json.replaceFirst(
                "\"files\" : \\[",
                "\"files\" : [ {\"entry\": \"" + name + "\", \"bytes\": " + content.length() + ", \"sha256\": \""
                        + sha256(bytes(content)) + "\"}"
                        + (json.contains("\"files\" : [ ]") ? "" : ",")));
    }

    Path write(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setComment("sha256=" + "0".repeat(64));
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        byte[] whole = bytes.toByteArray();
        byte[] sealed = java.util.Arrays.copyOf(whole, whole.length - 71);
        bytes.reset();
        bytes.write(sealed);
        bytes.write(bytes("sha256=" + sha256(sealed)));
        return Files.write(file, bytes.toByteArray());
    }

    private String text(String name) {
        return new String(entries.get(name), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
