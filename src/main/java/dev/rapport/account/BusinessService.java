package dev.rapport.account;

import dev.rapport.platform.BaseCurrencyInUse;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.ChangeUndone;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the settings of the business. */
@Service
@Transactional
public class BusinessService {
    static final Tracked BUSINESS = Tracked.of("business").with("business", "t.id = :id");
    private final BusinessRepository businesses;
    private final ObjectProvider<BaseCurrencyInUse> amounts;
    private final ApplicationEventPublisher events;
    private final ChangeLog log;
    private final JdbcClient jdbc;

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
            ApplicationEventPublisher events,
            ChangeLog log,
            JdbcClient jdbc) {
        this.businesses = businesses;
        this.amounts = amounts;
        this.events = events;
        this.log = log;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Settings settings() {
        return business().settings();
    }

    @Transactional(readOnly = true)
    public boolean isCurrencyFixed() {
        return amounts.stream().anyMatch(BaseCurrencyInUse::isInUse);
    }

    /**
     * @return the logged change
     * @throws OptimisticLockingFailureException when another tab was first
     */
    public long change(Settings wanted) {
        Business business = business();
        if (!business.hasVersion(wanted.version())) {
            throw new OptimisticLockingFailureException("business");
        }
        if (!business.settings().currency().equals(wanted.currency()) && isCurrencyFixed()) {
            throw new Refused("currency", "account.business.currency.fixed");
        }
        ChangeLog.Pending change = log.before(BUSINESS, Business.ID, null);
        business.change(wanted);
        events.publishEvent(new BusinessChanged());
        return change.changed();
    }

    /** What amounts are reckoned in can't go back once there are any. */
    @EventListener
    void on(ChangeUndone undone) {
        if (!undone.entity().equals(BUSINESS.entity())) {
            return;
        }
        boolean otherCurrency = jdbc.sql("""
                        SELECT before #> '{business,0,currency}' <> after #> '{business,0,currency}' FROM change_log
                        WHERE entity = 'business' ORDER BY id DESC LIMIT 1""").query(Boolean.class).single();
        if (otherCurrency && isCurrencyFixed()) {
            throw new Refused(null, "account.business.currency.fixed");
        }
        events.publishEvent(new BusinessChanged());
    }

    private Business business() {
        return businesses.findById(Business.ID).orElseThrow();
    }
}
