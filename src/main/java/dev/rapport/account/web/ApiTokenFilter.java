package dev.rapport.account.web;

import dev.rapport.account.ApiTokenSearch;
import dev.rapport.account.SignedInAuthentication;
import dev.rapport.platform.Via;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer TOKEN}. */
class ApiTokenFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private final ApiTokenSearch tokens;

    ApiTokenFilter(ApiTokenSearch tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        token(request)
                .flatMap(tokens::accountOf)
                .ifPresent(account -> SecurityContextHolder.setContext(
                        new SecurityContextImpl(new SignedInAuthentication(account, Via.API))));
        chain.doFilter(request, response);
    }

    private static Optional<String> token(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
