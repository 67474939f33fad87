package dev.rapport.exchange.archive;

import dev.rapport.platform.RapportHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** A program that writes one archive after the other until it is killed or one fails. */
final class WritesArchives {
    private WritesArchives() {}

    /** Home folder, then address, user and password of the database. */
    public static void main(String[] arguments) throws IOException {
        RapportHome home = RapportHome.open(Path.of(arguments[0]), "nowhere");
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(arguments[1]);
        database.setUser(arguments[2]);
        database.setPassword(arguments[3]);
        ArchiveWriter writer = new ArchiveWriter(database, home, Clock.systemUTC());
        try {
            while (true) {
                System.out.println(writer.write(ArchiveReason.DEMAND, new ArchiveProgress())
                        .file());
            }
        } catch (IOException | SQLException cause) {
            System.out.println(ArchiveFailed.because(cause).key());
            try (Stream<Path> left = Files.list(home.backups())) {
                System.out.println(left.toList());
            }
        }
    }
}
