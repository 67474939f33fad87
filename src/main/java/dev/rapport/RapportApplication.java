package dev.rapport;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
@org.springframework.modulith.Modulithic(sharedModules = "platform")
public class RapportApplication {
    public static void main(String[] args) {
        SpringApplication.run(RapportApplication.class, args);
    }
}
