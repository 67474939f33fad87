package dev.rapport.exchange;

import dev.rapport.customer.PhoneNumbers;
import dev.rapport.exchange.source.FilePlan;
import dev.rapport.exchange.source.Outcome;
import dev.rapport.exchange.source.Reason;
import dev.rapport.exchange.source.Row;
import dev.rapport.exchange.source.RowReader;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.Refused;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the first rows of a file as they will be stored. */
@Component
public class Previews {
    private final ImportPlans plans;
    private final PhoneNumbers phones;
    private final BusinessSettings business;

    Previews(ImportPlans plans, PhoneNumbers phones, BusinessSettings business) {
        this.plans = plans;
        this.phones = phones;
        this.business = business;
    }

    public List<PreviewRow> first(FilePlan plan, int limit) {
        var reader = new RowReader(plan, plans.region());
        return plan.sample().rows().stream()
                .limit(limit)
                .map(row -> preview(row, reader.read(row)))
                .toList();
    }

    private PreviewRow preview(Row row, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            try {
                StagedPerson.of(accepted.row(), phones.normalizer(), business.today());
                return new PreviewRow(row.line(), accepted.row().values(), null);
            } catch (Refused e) {
                return new PreviewRow(row.line(), Map.of(), Reason.of(e.field(), e.key(), e.args()));
            }
        }
        Reason reason =
                outcome instanceof Outcome.PassedOver passed ? passed.reason() : ((Outcome.Rejected) outcome).reason();
        return new PreviewRow(row.line(), Map.of(), reason);
    }
}
