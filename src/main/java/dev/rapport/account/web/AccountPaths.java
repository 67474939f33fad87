package dev.rapport.account.web;

import dev.rapport.platform.OwnerPaths;
import dev.rapport.platform.PublicPaths;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AccountPaths {
    @Bean
    PublicPaths signInPaths() {
        return () -> List.of(
                "/login",
                "/login/held",
                "/setup",
                "/setup/restore",
                "/setup/restore/*",
                "/invitations/*",
                "/password-resets/*");
    }

    @Bean
    OwnerPaths settingsPaths() {
        return () -> List.of("/settings", "/settings/**");
    }
}
