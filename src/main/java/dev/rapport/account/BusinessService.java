package dev.rapport.account;

import dev.rapport.platform.BaseCurrencyInUse;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the settings of the business. */
@Service
@Transactional
public class BusinessService {
    private final BusinessRepository businesses;
    private final ObjectProvider<BaseCurrencyInUse> amounts;
    private final ApplicationEventPublisher events;

    /** All settings at once, as the form shows them. */
    public record Settings(
            int version,
            String name,
            Locale language,
            String country,
            Currency currency,
            ZoneId zone,
            BigDecimal grossMargin,
            BigDecimal discountRate,
            int clvYears,
            @Nullable Integer churnDays) {}

    BusinessService(
            BusinessRepository businesses,
            ObjectProvider<BaseCurrencyInUse> amounts,
            ApplicationEventPublisher events) {
        this.businesses = businesses;
        this.amounts = amounts;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Settings settings() {
        return business().settings();
    }

    @Transactional(readOnly = true)
    public boolean isCurrencyFixed() {
        return amounts.stream().anyMatch(BaseCurrencyInUse::isInUse);
    }

    /** @throws OptimisticLockingFailureException when another tab was first */
    public void change(Settings wanted) {
        Business business = business();
        if (!business.hasVersion(wanted.version())) {
            throw new OptimisticLockingFailureException("business");
        }
        if (!business.settings().currency().equals(wanted.currency()) && isCurrencyFixed()) {
            throw new Refused("currency", "account.business.currency.fixed");
        }
        business.change(wanted);
        events.publishEvent(new BusinessChanged());
    }

    private Business business() {
        return businesses.findById(Business.ID).orElseThrow();
    }
}
