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
        assertNothing(page, builder(page).withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")));
    }

    /** What alone changes with the theme, in a fraction of the time. */
    public static void assertContrast(Page page) {
        assertNothing(page, builder(page).withRules(List.of("color-contrast")));
    }

    private static AxeBuilder builder(Page page) {
        return new AxeBuilder(page).options(new WithoutPreload());
    }

    private static void assertNothing(Page page, AxeBuilder axe) {
        List<String> violations = axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " at "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()) + " " + node.getHtml())
                                .toList())
                .toList();
        assertThat(violations).as(page.url()).isEmpty();
    }
}
