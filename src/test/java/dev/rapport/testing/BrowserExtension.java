package dev.rapport.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Gives a test a {@link Page} of its own whose relative addresses lead to the running program. A console error (a blocked
 * script or style among them) fails the test; a failed test leaves a screenshot under target/browser.
 */
class BrowserExtension implements ExecutionCondition, ParameterResolver, AfterEachCallback {
    private static final Namespace STORE = Namespace.create(BrowserExtension.class);

    private record Session(BrowserContext context, Page page, List<String> errors) {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (Chromium.installed().isPresent()
                || System.getProperty("rapport.browser", "").equals("required")) {
            return ConditionEvaluationResult.enabled("chromium");
        }
        String reason = "SKIPPED: no chromium on the PATH, so the browser journeys are not tested";
        System.err.println(context.getDisplayName() + " " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Page.class;
    }

    @Override
    public Page resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chromium chromium = context.getRoot()
                .getStore(STORE)
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
        String port = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("local.server.port");
        BrowserContext browser = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL("http://localhost:" + port)
                        .setViewportSize(1440, 900)
                        .setLocale("en-US")
                        // A colour half-way through its transition is no finding of axe's.
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setTimezoneId("Europe/Rome"));
        browser.setDefaultTimeout(30_000);
        List<String> errors = new ArrayList<>();
        browser.onConsoleMessage(message -> {
            // The browser itself reports every answer from 400 up; pages that mean to answer so are asserted on.
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        browser.onWebError(error -> errors.add(error.error()));
        Page page = browser.newPage();
        context.getStore(STORE).put(Session.class, new Session(browser, page, errors));
        return page;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Session session = context.getStore(STORE).remove(Session.class, Session.class);
        if (session == null) {
            return;
        }
        if (context.getExecutionException().isPresent()) {
            session.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of(
                                    "target",
                                    "browser",
                                    context.getRequiredTestClass().getSimpleName() + "."
                                            + context.getRequiredTestMethod().getName() + ".png")));
        }
        session.context().close();
        assertThat(session.errors()).as("console errors").isEmpty();
    }
}
