package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class FaultTest {
    @Test
    void isFoundBelowWhateverIsWrappedAroundIt() {
        assertThat(Fault.of(new ServletException(new SQLTransientConnectionException("timed out"))))
                .contains(Fault.DATABASE_AWAY);
        assertThat(Fault.of(new DataAccessResourceFailureException("", new SQLException("", "57P01"))))
                .contains(Fault.DATABASE_AWAY);
        assertThat(Fault.of(new UncheckedIOException(new IOException("No space left on device"))))
                .contains(Fault.DISK_FULL);
        assertThat(Fault.of(new RuntimeException(new SQLException("", "53100"))))
                .contains(Fault.DISK_FULL);
        assertThat(Fault.of(new UncheckedIOException(
                        new FileSystemException("/home/a/.rapport/files/x", null, "Read-only file system"))))
                .contains(Fault.HOME_UNWRITABLE);
        assertThat(Fault.of(new ServletException(new AccessDeniedException("/home/a/.rapport/files"))))
                .contains(Fault.HOME_UNWRITABLE);
        assertThat(Fault.of(new RuntimeException(new SQLException(
                        "ERROR: could not open file \"base/5/16384\": Read-only file system", "42501"))))
                .contains(Fault.HOME_UNWRITABLE);
        assertThat(Fault.of(new RuntimeException(new SQLException("", "55P03"))))
                .contains(Fault.BUSY);
        assertThat(Fault.of(new ServletException(new OutOfMemoryError()))).contains(Fault.OUT_OF_MEMORY);
    }

    @Test
    void isNoMistakeInTheProgram() {
        assertThat(Fault.of(new ServletException(new SQLException("", "42703"))))
                .isEmpty();
        assertThat(Fault.of(new RuntimeException(new SQLException("permission denied for table customer", "42501"))))
                .isEmpty();
        assertThat(Fault.of(new IllegalStateException("a fault"))).isEmpty();
    }
}
