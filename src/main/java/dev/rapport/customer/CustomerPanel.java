package dev.rapport.customer;

import java.util.Map;

/**
 * What another module shows on a customer's page. Its template has a fragment named {@code panel}, which draws the panel whole,
 * heading included, and reads {@code customer} ({@link CustomerDetails}) and the attributes of its own {@link #model}. See {@link CustomerPage}.
 */
public interface CustomerPanel {
    enum Area {
        MAIN,
        SIDE
    }

    Area area();

    /** Within its area, ascending: log box 10, timeline 20; follow-ups 10. The page's own side panels stand at 30 to 90. */
    int order();

    /** The template that holds the fragment, such as {@code interaction/_timeline}. */
    String template();

    /** Attributes for the page's model, named so that no other module's clash with them; one statement, two at most. */
    Map<String, Object> model(long customerId);
}
