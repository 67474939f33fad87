package dev.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page, by the rules of WCAG 2.2 AA. */
public final class Accessibility {
    private Accessibility() {}

    public static void assertAccessible(Page page) {
        List<String> violations = new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(rule -> rule.getId() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()) + " " + node.getHtml())
                                        .toList())
                        .toList();
        assertThat(violations).as(page.url()).isEmpty();
    }
}
