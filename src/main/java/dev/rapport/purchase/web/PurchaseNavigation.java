package dev.rapport.purchase.web;

import dev.rapport.platform.web.NavItem;
import dev.rapport.platform.web.Navigation;
import dev.rapport.platform.web.SettingsSection;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PurchaseNavigation {
    @Bean
    Navigation productsInNavigation() {
        return () -> List.of(NavItem.of(35, "products", "purchase.nav", "box-seam", "/products"));
    }

    @Bean
    SettingsSection ratesInSettings() {
        return new SettingsSection(60, "rates", "purchase.rates.title", "/settings/rates");
    }
}
