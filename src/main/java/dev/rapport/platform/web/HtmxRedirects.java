package dev.rapport.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the browser follow a redirect that answers an htmx request. The script would follow it unseen, put a whole page
 * (or the sign-in form) into a panel and use up the toast.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HtmxRedirects extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean htmx = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        chain.doFilter(request, htmx ? new Redirecting(response) : response);
    }

    private static final class Redirecting extends HttpServletResponseWrapper {
        Redirecting(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location, int status, boolean clearBuffer) {
            setHeader("HX-Redirect", location);
            setStatus(SC_NO_CONTENT);
        }

        @Override
        public void sendRedirect(String location) {
            sendRedirect(location, SC_FOUND, true);
        }
    }
}
