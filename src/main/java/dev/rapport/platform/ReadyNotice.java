package dev.rapport.platform;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/** The line that a founder waits for. */
public class ReadyNotice implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        String url =
                ListenAddress.of(event.getApplicationContext().getEnvironment()).url();
        event.getApplicationContext().getBean(RapportHome.class).answersAt(url);
        LOG.info("Rapport is ready at {}", url);
    }
}
