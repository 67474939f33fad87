package dev.rapport.exchange.restore;

import java.util.Set;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDatabaseInitializerDetector;

/** Lets everything that uses the database wait until {@link RestoreAtStart} is done, as it waits for migrations. */
public class RestoreBeforeUse extends AbstractBeansOfTypeDatabaseInitializerDetector {
    @Override
    protected Set<Class<?>> getDatabaseInitializerBeanTypes() {
        return Set.of(RestoreAtStart.class);
    }

    /** After the migrations. */
    @Override
    public int getOrder() {
        return 100;
    }
}
