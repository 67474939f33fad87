package dev.rapport.account.web;

import dev.rapport.platform.web.HeldForm;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A form that came after its session had ended, carried through the sign-in page in hidden fields: in no cookie, which is
 * too small, and nowhere on the server, where a stranger could fill it up. Nothing is sent on but by whoever signed in.
 */
final class CarriedForm {
    static final String PATH = "/login/held";
    private static final String ATTRIBUTE = CarriedForm.class.getName();
    private static final int LONGEST = 1_000_000;

    private CarriedForm() {}

    /** Something typed that a page may hold; else there is nothing to lose. */
    static Optional<HeldForm> sent(HttpServletRequest request) {
        return HeldForm.of(request)
                .filter(form -> ReturnPath.isOurs(form.action()))
                .map(form -> new HeldForm(
                        form.action(),
                        form.fields().stream()
                                // the page's own takes its place
                                .filter(field -> !field.name().equals("_csrf"))
                                .toList()))
                .filter(form -> !form.typed().isEmpty());
    }

    static void handOn(HeldForm form, HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, form);
    }

    static Optional<HeldForm> handedOn(HttpServletRequest request) {
        return Optional.ofNullable((HeldForm) request.getAttribute(ATTRIBUTE));
    }

    /** As the sign-in page sends it along. */
    static Optional<HeldForm> carried(HttpServletRequest request) {
        String action = request.getParameter("heldAction");
        String[] names = request.getParameterValues("heldName");
        String[] values = request.getParameterValues("heldValue");
        if (action == null
                || !ReturnPath.isOurs(action)
                || names == null
                || values == null
                || names.length != values.length) {
            return Optional.empty();
        }
        List<HeldForm.Field> fields = new ArrayList<>();
        long length = 0;
        for (int i = 0; i < names.length; i++) {
            fields.add(new HeldForm.Field(names[i], values[i]));
            length += values[i].length();
        }
        return length > LONGEST ? Optional.empty() : Optional.of(new HeldForm(action, fields));
    }
}
