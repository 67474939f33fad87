package dev.rapport.platform;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Held for as long as the process lives; the system releases it however the process ends. */
final class HomeLock implements AutoCloseable {
    /** A second handle in this process, once closed, would release the lock of the first: so don't open one. */
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path home;
    private final FileChannel channel;

    private HomeLock(Path home, FileChannel channel) {
        this.home = home;
        this.channel = channel;
    }

    static HomeLock take(Path home, String address) throws IOException {
        if (!HELD_HERE.add(home)) {
            throw taken(home, " (this process)");
        }
        Path file = home.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        // a byte far behind the text, for Windows lets nobody read a locked one
        if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) == null) {
            channel.close();
            HELD_HERE.remove(home);
            throw taken(home, holder(file));
        }
        HomeLock lock = new HomeLock(home, channel);
        lock.write(address);
        return lock;
    }

    void write(String address) {
        try {
            byte[] text = (ProcessHandle.current().pid() + "\n" + address + "\n").getBytes(StandardCharsets.UTF_8);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(text), 0);
        } catch (IOException cause) {
            throw new StartRefused(
                    FullDisk.isReason(cause)
                            ? FullDisk.sentence(home)
                            : "Rapport can't write into " + home + " (" + cause.getMessage() + ").",
                    cause);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException ignored) {
            // the lock goes with the process then
        }
        HELD_HERE.remove(home);
    }

    private static String holder(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.size() < 2 ? "" : " (process " + lines.get(0) + ", " + lines.get(1) + ")";
    }

    private static StartRefused taken(Path home, String holder) {
        return new StartRefused("Rapport is already running on " + home + holder
                + ". Stop it first, or choose another folder with RAPPORT_HOME.");
    }
}
