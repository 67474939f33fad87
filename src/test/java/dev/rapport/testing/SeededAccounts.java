package dev.rapport.testing;

import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/** Gives each test the business and people of {@link Accounts}, after the tables were emptied, and the real time. */
public class SeededAccounts implements TestExecutionListener, Ordered {
    @Override
    public int getOrder() {
        return 3950;
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        ApplicationContext context = test.getApplicationContext();
        context.getBean(MovableClock.class).reset();
        if (TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), BeforeSetUp.class)) {
            Accounts.forget(context);
        } else {
            Accounts.seed(context.getBean(JdbcClient.class), context);
        }
    }
}
