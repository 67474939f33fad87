package dev.rapport.purchase;

import dev.rapport.customer.CustomerFacts;
import dev.rapport.platform.Tracked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PurchaseConfiguration {
    @Bean
    Tracked trackedProduct() {
        return ProductService.PRODUCT;
    }

    @Bean
    Tracked trackedPurchase() {
        return PurchaseService.PURCHASE;
    }

    @Bean
    Tracked trackedExchangeRate() {
        return ExchangeRates.RATE;
    }

    @Bean
    CustomerFacts purchaseFacts() {
        return new CustomerFacts("purchase", 50);
    }
}
