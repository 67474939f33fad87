package dev.rapport.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** {@code --reset-password} at start prints a link to set a new one: whoever can start Rapport owns it. */
@Component
class ForgottenPassword {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");
    private final ApplicationArguments arguments;
    private final Environment environment;
    private final SetUp setUp;
    private final AccountService accounts;

    ForgottenPassword(ApplicationArguments arguments, Environment environment, SetUp setUp, AccountService accounts) {
        this.arguments = arguments;
        this.environment = environment;
        this.setUp = setUp;
        this.accounts = accounts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (!arguments.containsOption("reset-password")) {
            return;
        }
        if (!setUp.isDone()) {
            LOG.info("--reset-password is ignored: Rapport isn't set up yet");
            return;
        }
        LOG.info(
                "Set a new password at {}/password-resets/{} (once, within an hour)",
                origin(),
                accounts.resetOwnersPassword());
    }

    private String origin() {
        String baseUrl = environment.getProperty("rapport.base-url", "").strip().replaceFirst("/+$", "");
        return baseUrl.isEmpty() ? "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080") : baseUrl;
    }
}
