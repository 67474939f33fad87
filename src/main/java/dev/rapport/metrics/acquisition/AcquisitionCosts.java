package dev.rapport.metrics.acquisition;

import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to write what winning customers costs. Each verb answers the id of its logged change. */
@Service
@Transactional
public class AcquisitionCosts {

    public static final Tracked COST = Tracked.of("acquisition_cost").with("acquisition_cost", "t.id = :id");

    private final AcquisitionCostRepository costs;
    private final ChangeLog log;
    private final Clock clock;

    AcquisitionCosts(AcquisitionCostRepository costs, ChangeLog log, Clock clock) {
        this.costs = costs;
        this.log = log;
        this.clock = clock;
    }

    public long add(CostEntry entry) {
        AcquisitionCost cost = costs.saveAndFlush(new AcquisitionCost(entry, clock.instant()));
        return log.created(COST, cost.id(), null);
    }

    public long delete(long id) {
        AcquisitionCost cost = costs.findById(id).orElseThrow(() -> new NotFound("acquisition cost", id));
        ChangeLog.Pending before = log.before(COST, id, null);
        costs.delete(cost);
        return before.deleted();
    }
}
