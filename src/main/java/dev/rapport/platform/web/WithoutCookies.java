package dev.rapport.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Static files and probes are the same for everyone: without the cookie nobody looks for a session, so they cost no
 * statement and are there while the database is away.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class WithoutCookies extends OncePerRequestFilter {
    private static final List<String> PATHS =
            List.of("/css/", "/js/", "/img/", "/webjars/", "/favicon.ico", "/actuator/health/");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return PATHS.stream().noneMatch(request.getRequestURI()::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public Cookie @Nullable [] getCookies() {
                        return null;
                    }
                },
                response);
    }
}
