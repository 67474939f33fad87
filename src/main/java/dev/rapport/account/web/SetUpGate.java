package dev.rapport.account.web;

import dev.rapport.account.SetUp;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** While there is no owner every page leads to the set-up. */
class SetUpGate extends OncePerRequestFilter {
    private final SetUp setUp;
    private final RequestMatcher openBefore;

    SetUpGate(SetUp setUp, RequestMatcher openBefore) {
        this.setUp = setUp;
        this.openBefore = openBefore;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (openBefore.matches(request) || setUp.isDone()) {
            chain.doFilter(request, response);
        } else {
            response.sendRedirect("/setup");
        }
    }
}
