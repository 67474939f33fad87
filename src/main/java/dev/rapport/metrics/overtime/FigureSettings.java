package dev.rapport.metrics.overtime;

import dev.rapport.platform.BusinessSettings;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The settings that figures rest on, in one line: two that are equal make the same figures of the same facts. */
@Component
public class FigureSettings {

    private final BusinessSettings business;

    FigureSettings(BusinessSettings business) {
        this.business = business;
    }

    public String now() {
        return Stream.of(
                        business.zone(),
                        business.currency(),
                        business.grossMargin().stripTrailingZeros().toPlainString(),
                        business.discountRate().stripTrailingZeros().toPlainString(),
                        business.clvYears(),
                        String.valueOf(business.churnDays()))
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
