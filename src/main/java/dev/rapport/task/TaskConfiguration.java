package dev.rapport.task;

import dev.rapport.customer.CustomerFacts;
import dev.rapport.platform.Tracked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TaskConfiguration {
    @Bean
    Tracked trackedTask() {
        return TaskService.TRACKED;
    }

    @Bean
    CustomerFacts tasksOfCustomer() {
        return new CustomerFacts("task", 40);
    }
}
