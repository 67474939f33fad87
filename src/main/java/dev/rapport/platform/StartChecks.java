package dev.rapport.platform;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Opens the home and asks for the port before anything else is made, so that a refused start leaves no trace. */
public class StartChecks implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ListenAddress address = ListenAddress.of(context.getEnvironment());
        RapportHome home = RapportHome.open(RapportHome.choose(context.getEnvironment()), address.url());
        try {
            address.requireFree();
        } catch (StartRefused taken) {
            home.close();
            throw taken;
        }
        provide(home, context);
    }

    /** Lets the context close the home, after everything that was made from it. */
    public static void provide(RapportHome home, ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context).registerBean("rapportHome", RapportHome.class, () -> home);
    }
}
