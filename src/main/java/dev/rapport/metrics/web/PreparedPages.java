package dev.rapport.metrics.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** A page that isn't all there yet asks for itself until it is; then it is loaded anew, or shown in the dialog that it is in. */
@Component
class PreparedPages implements HandlerInterceptor {

    private static final String ASKS = "preparing";
    private static final String ASKS_IN_DIALOG = "dialog-preparing";
    private static final String SECONDS = "5";

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page)
            throws Exception {
        if (page == null || page.getViewName() == null || !request.getMethod().equals("GET")) {
            return;
        }
        boolean nothing = Preparing.VIEW.equals(page.getViewName());
        boolean all = !nothing && !Boolean.TRUE.equals(page.getModel().get("waits"));
        String trigger = request.getHeader("HX-Trigger");
        if (nothing && request.getParameter("format") != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            page.clear();
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else if (all && ASKS_IN_DIALOG.equals(trigger)) {
            response.setHeader("HX-Retarget", "#dialog-body");
            response.setHeader("HX-Reselect", "#content");
            response.setHeader("HX-Reswap", "innerHTML");
        } else if (ASKS.equals(trigger) || ASKS_IN_DIALOG.equals(trigger)) {
            if (all) {
                response.setHeader("HX-Refresh", "true");
            }
            page.clear();
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            page.addObject("here", here(request));
        }
    }

    private static String here(HttpServletRequest request) {
        return request.getQueryString() == null
                ? request.getRequestURI()
                : request.getRequestURI() + "?" + request.getQueryString();
    }
}
