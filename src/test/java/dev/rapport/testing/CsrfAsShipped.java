package dev.rapport.testing;

import java.util.Map;
import java.util.WeakHashMap;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Spring's {@code csrf()} replaces the token repository of the running application by one in the session, for good: the next
 * browser test would meet another program than the one that ships.
 */
public class CsrfAsShipped implements TestExecutionListener {
    private static final String FIELD = "tokenRepository";
    private static final Map<CsrfFilter, Object> SHIPPED = new WeakHashMap<>();

    @Override
    public void beforeTestMethod(TestContext test) {
        test.getApplicationContext().getBeansOfType(SecurityFilterChain.class).values().stream()
                .flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance)
                .map(CsrfFilter.class::cast)
                .forEach(CsrfAsShipped::restore);
    }

    private static void restore(CsrfFilter filter) {
        Object shipped = SHIPPED.computeIfAbsent(filter, it -> ReflectionTestUtils.getField(it, FIELD));
        ReflectionTestUtils.setField(filter, FIELD, shipped);
    }
}
