package dev.rapport.demo;

import dev.rapport.account.SetUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills an empty demo before the first request can come in, and says how to get in. */
@Component
@Profile("demo")
class DemoStart implements SmartLifecycle {
    static final String EMAIL = "demo@rapport.local";
    static final String PASSWORD = "leather-and-linen-thread";
    private static final Logger LOG = LoggerFactory.getLogger(DemoStart.class);
    private final SetUp setUp;
    private final Studio studio;
    private boolean running;

    DemoStart(SetUp setUp, Studio studio) {
        this.setUp = setUp;
        this.studio = studio;
    }

    @Override
    public void start() {
        if (!setUp.isDone()) {
            studio.open(EMAIL, PASSWORD);
        }
        LOG.info("Demo: sign in as {} with the password {}", EMAIL, PASSWORD);
        running = true;
    }

    /** Before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
