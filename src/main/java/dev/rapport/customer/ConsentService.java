package dev.rapport.customer;

import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down consent. */
@Service
@Transactional
public class ConsentService {
    private final ConsentRepository consents;
    private final CustomerRecords records;
    private final ChangeLog log;
    private final Tracked trackedConsent;
    private final BusinessSettings business;
    private final Clock clock;

    ConsentService(
            ConsentRepository consents,
            CustomerRecords records,
            ChangeLog log,
            Tracked trackedConsent,
            BusinessSettings business,
            Clock clock) {
        this.consents = consents;
        this.records = records;
        this.log = log;
        this.trackedConsent = trackedConsent;
        this.business = business;
        this.clock = clock;
    }

    public long record(long customerId, ConsentEntry entry) {
        records.require(customerId);
        if (entry.happenedOn().isAfter(business.today())) {
            throw new Refused("happenedOn", "customer.refused.future");
        }
        Consent consent = consents.save(new Consent(customerId, entry, clock.instant()));
        return log.created(trackedConsent, consent.id(), customerId);
    }
}
