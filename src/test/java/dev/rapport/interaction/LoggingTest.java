package dev.rapport.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.customer.CustomerService;
import dev.rapport.platform.NotFound;
import dev.rapport.task.TaskSearch;
import dev.rapport.testing.DatabaseTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whom an interaction is logged for, and that it is logged once. */
@DatabaseTest
class LoggingTest {
    @Autowired
    private InteractionService interactions;

    @Autowired
    private InteractionSearch search;

    @Autowired
    private TimelineSearch timeline;

    @Autowired
    private TaskSearch tasks;

    @Autowired
    private CustomerService customers;

    @Autowired
    private Clock clock;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void logsTheSameFormOnceHoweverOftenItIsSent() throws Exception {
        NewInteraction form = new NewInteraction(
                InteractionServiceTest.what(InteractionKind.CALL, clock.instant()),
                new NextStep("Call", LocalDate.of(2026, 12, 1)),
                "token-1");
        ExecutorService senders = Executors.newFixedThreadPool(4);
        try {
            Callable<Logged> send = () -> interactions.log(ana, form);
            List<Future<Logged>> sent = senders.invokeAll(List.of(send, send, send, send));
            long id = sent.get(0).get().id();
            for (Future<Logged> each : sent) {
                assertThat(each.get().id()).isEqualTo(id);
            }
        } finally {
            senders.shutdownNow();
        }
        assertThat(timeline.ofCustomer(ana, TimelineFilter.ALL, 50, null).items())
                .hasSize(1);
        assertThat(tasks.openOfCustomer(ana, 10)).hasSize(1);
        assertThat(interactions.logForNewCustomer("Ben", form).customerId()).isEqualTo(ana);
    }

    @Test
    void makesANewCustomerOnTheWay() {
        Logged logged = interactions.logForNewCustomer(
                " 王小明 ", new NewInteraction(InteractionServiceTest.what(InteractionKind.CHAT, clock.instant())));

        assertThat(search.get(logged.id()).customerName()).isEqualTo("王小明");
        assertThat(logged.customerId()).isNotEqualTo(ana);
    }

    @Test
    void knowsWhenThereIsNoSuchCustomer() {
        assertThatThrownBy(() -> interactions.log(
                        4711, new NewInteraction(InteractionServiceTest.what(InteractionKind.CALL, clock.instant()))))
                .isInstanceOf(NotFound.class);
    }
}
