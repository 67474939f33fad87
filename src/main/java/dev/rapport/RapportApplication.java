package dev.rapport;

import dev.rapport.platform.ReadyNotice;
import dev.rapport.platform.StartChecks;
import dev.rapport.platform.StartFailures;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

@SpringBootApplication
@Modulithic(sharedModules = "platform")
public class RapportApplication {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(RapportApplication.class);
        application.addInitializers(new StartChecks());
        application.addListeners(new ReadyNotice());
        try {
            application.run(args);
        } catch (RuntimeException failure) {
            if (StartFailures.sentence(failure).isEmpty()) {
                throw failure;
            }
            System.exit(1);
        }
    }
}
