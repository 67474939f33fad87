package dev.rapport.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole application on a real PostgreSQL. Before each test its tables hold nothing but the people and the business of
 * {@link Accounts}, or nothing at all with {@link BeforeSetUp}. All such classes share one context: whatever a class adds
 * to it (a property, a replaced bean, a profile) costs another start.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@Import(LikeABrowser.class)
@ContextConfiguration(initializers = OwnDatabase.class)
@TestExecutionListeners(
        listeners = {CsrfAsShipped.class, EmptyTables.class, SeededAccounts.class},
        mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface DatabaseTest {}
