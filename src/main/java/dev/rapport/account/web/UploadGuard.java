package dev.rapport.account.web;

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
    private final AuthenticationEntryPoint entry;

    UploadGuard(AuthenticationEntryPoint entry) {
        this.entry = entry;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        if (type != null
                && type.regionMatches(true, 0, "multipart/", 0, 10)
                && SecurityContextHolder.getContext().getAuthentication() == null) {
            entry.commence(request, response, new InsufficientAuthenticationException("upload"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
