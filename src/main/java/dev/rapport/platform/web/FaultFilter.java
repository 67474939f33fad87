package dev.rapport.platform.web;

import dev.rapport.platform.FullDisk;
import dev.rapport.platform.RapportHome;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers a request that a {@link Fault} cut off, wherever it came up. It stands before the session and the sign-in, which
 * need the database themselves, and leaves cookies alone: nobody is signed out by a fault.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class FaultFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(FaultFilter.class);

    private final FaultAnswer answer;

    private final RapportHome home;
    private final boolean embedded;

    FaultFilter(FaultAnswer answer, RapportHome home, @Value("${spring.datasource.url:}") String server) {
        this.answer = answer;
        this.home = home;
        this.embedded = server.isBlank();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | OutOfMemoryError failure) {
            Optional<Fault> fault = Fault.of(failure);
            if (fault.isEmpty() || response.isCommitted()) {
                throw failure;
            }
            response.resetBuffer();
            log(fault.get(), failure, request);
            answer.write(shown(fault.get()), failure, request, response);
        }
    }

    private static void log(Fault fault, Throwable failure, HttpServletRequest request) {
        String what = request.getMethod() + " " + request.getRequestURI();
        switch (fault) {
            // Goes on to the log of outages, which has one line for all of them.
            case DATABASE_AWAY -> LOG.warn("{} was cut off", what, failure);
            case DISK_FULL -> LOG.warn("{} found no room on the disk", what);
            case HOME_UNWRITABLE -> LOG.warn("{} may not write into Rapport's home ({})", what, reason(failure));
            case BUSY -> LOG.info("{} met rows that another transaction was holding", what);
            case DATABASE_DAMAGED -> LOG.error("{} met damaged data", what, failure);
            case OUT_OF_MEMORY -> LOG.error("{} ran out of memory; start Java with a larger -Xmx", what, failure);
        }
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    /** PostgreSQL ends where it can't write its log: then the disk is what the founder has to know of. */
    private Fault shown(Fault fault) {
        return fault == Fault.DATABASE_AWAY && embedded && FullDisk.isFull(home.path()) ? Fault.DISK_FULL : fault;
    }
}
