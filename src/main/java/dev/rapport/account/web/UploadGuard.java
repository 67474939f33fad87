package dev.rapport.account.web;

import dev.rapport.account.SetUpTickets;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns strangers' uploads away unread: looking for the CSRF token in one would first write it all to the disk. */
class UploadGuard extends OncePerRequestFilter {
    private static final String RESTORE = "/setup/restore/";
    private final AuthenticationEntryPoint entry;
    private final SetUpTickets tickets;

    UploadGuard(AuthenticationEntryPoint entry, SetUpTickets tickets) {
        this.entry = entry;
        this.tickets = tickets;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null
                && type.regionMatches(true, 0, "multipart/", 0, 10)
                && SecurityContextHolder.getContext().getAuthentication() == null
                && !mayRestore(request.getRequestURI())) {
            entry.commence(request, response, new InsufficientAuthenticationException("upload"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean mayRestore(String path) {
        return path.startsWith(RESTORE) && tickets.admits(path.substring(RESTORE.length()));
    }
}
