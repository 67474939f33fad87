package dev.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe finds on a page, by the rules of WCAG 2.2 AA. */
public final class Accessibility {
    /** To look into style sheets axe would copy them inline, which the page's policy reports as an error. */
    public static final class WithoutPreload extends AxeRunOptions {
        public boolean isPreload() {
            return false;
        }
    }

    private Accessibility() {}

    public static void assertAccessible(Page page) {
        List<String> violations = new AxeBuilder(page)
                        .options(new WithoutPreload())
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
