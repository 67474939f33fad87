package dev.rapport.feedback;

import dev.rapport.customer.CustomerFacts;
import dev.rapport.platform.Tracked;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {
    @Bean
    Tracked trackedAnswer() {
        return AnswerService.ANSWER;
    }

    @Bean
    CustomerFacts answerFacts() {
        return new CustomerFacts("answer", 60);
    }
}
