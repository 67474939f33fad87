package dev.rapport.platform.web;

import dev.rapport.platform.OwnerOnly;
import dev.rapport.platform.RapportHome;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.FileSystemUtils;

/** Uploads land in the home, not in the system's folder for temporary files, which is memory on many machines. */
@Configuration(proxyBeanMethods = false)
class IncomingFiles {
    /** What a killed program left there goes. */
    @Bean
    MultipartConfigElement multipartConfigElement(MultipartProperties limits, RapportHome home) throws IOException {
        FileSystemUtils.deleteRecursively(home.incoming());
        limits.setLocation(OwnerOnly.folder(home.incoming()).toString());
        return limits.createMultipartConfig();
    }
}
