package dev.rapport.account;

import dev.rapport.platform.NotFound;
import dev.rapport.platform.Reading;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the owner and the business, once. */
@Service
@Transactional
public class SetUp {
    private final AccountRepository accounts;
    private final BusinessRepository businesses;
    private final StoredBusiness business;
    private final Passwords passwords;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SetUp(
            AccountRepository accounts,
            BusinessRepository businesses,
            StoredBusiness business,
            Passwords passwords,
            JdbcClient jdbc,
            Clock clock,
            ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.businesses = businesses;
        this.business = business;
        this.passwords = passwords;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
    }

    @Reading
    public boolean isDone() {
        return business.isSetUp();
    }

    /**
     * @return the id of the owner
     * @throws NotFound when somebody else was first
     */
    public long run(NewBusiness wanted) {
        passwords.check("password", wanted.ownerPassword(), wanted.ownerEmail());
        jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('rapport set-up'))")
                .query()
                .singleValue();
        if (accounts.findOwner().isPresent()) {
            throw new NotFound("set-up", "again");
        }
        Account owner = accounts.save(new Account(
                wanted.ownerEmail(),
                "",
                passwords.hash(wanted.ownerPassword()),
                Role.OWNER,
                wanted.language(),
                clock.instant()));
        businesses.save(new Business(
                wanted.name(),
                wanted.language(),
                wanted.country(),
                wanted.currency(),
                wanted.zone(),
                wanted.grossMargin(),
                wanted.discountRate()));
        events.publishEvent(new BusinessChanged());
        return owner.id();
    }
}
