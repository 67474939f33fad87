package dev.rapport.account.web;

import dev.rapport.platform.web.HeldForm;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/** Sends a visitor without a session to the sign-in page, and remembers where to go on; what was typed comes along. */
class ToSignIn implements AuthenticationEntryPoint {
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        ReturnPath.remember(request, response);
        Optional<HeldForm> typed =
                request.getHeader("HX-Request") == null ? CarriedForm.sent(request) : Optional.empty();
        if (typed.isPresent()) {
            CarriedForm.handOn(typed.get(), request);
            request.getRequestDispatcher(CarriedForm.PATH).forward(request, response);
        } else if (request.getHeader("HX-Request") != null) {
            // A redirect would put the sign-in page into the piece that was asked for.
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/login");
        }
    }
}
