package dev.rapport.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rapport.metrics.Scope;
import dev.rapport.metrics.acquisition.AcquisitionBoard;
import dev.rapport.metrics.acquisition.AcquisitionBoard.Row;
import dev.rapport.metrics.acquisition.AcquisitionService;
import dev.rapport.metrics.prepared.Preparations;
import dev.rapport.platform.BusinessSettings;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What winning customers costs and what comes back, for all and by channel; costs are entered on the page. */
@RestController
class AcquisitionApi {

    record FiguresBody(
            FigureBody spend,
            FigureBody leads,
            FigureBody newCustomers,
            FigureBody conversion,
            FigureBody cpl,
            FigureBody cac,
            FigureBody ltv,
            FigureBody ltvToCac,
            FigureBody paybackMonths) {}

    record ChannelBody(
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String channel,

            @JsonUnwrapped FiguresBody figures) {}

    record AcquisitionBody(@JsonUnwrapped FiguresBody figures, List<ChannelBody> channels) {}

    private final AcquisitionService acquisition;
    private final Preparations preparations;
    private final BusinessSettings business;
    private final Bodies bodies;

    AcquisitionApi(
            AcquisitionService acquisition, Preparations preparations, BusinessSettings business, Bodies bodies) {
        this.acquisition = acquisition;
        this.preparations = preparations;
        this.business = business;
        this.bodies = bodies;
    }

    @GetMapping("/api/v1/metrics/acquisition")
    AcquisitionBody acquisition(@ParameterObject MetricsApi.Asked asked, Locale locale) {
        Scope scope = MetricsApi.scope(asked, business.today());
        AcquisitionBoard board = preparations.exact("acquisition-of", List.of(scope), () -> acquisition.exact(scope));
        return new AcquisitionBody(
                figures(board.all(), locale),
                board.channels().stream()
                        .map(row -> new ChannelBody(row.channel(), figures(row, locale)))
                        .toList());
    }

    private FiguresBody figures(Row row, Locale locale) {
        return new FiguresBody(
                bodies.of(row.spend(), locale),
                bodies.of(row.leads(), locale),
                bodies.of(row.newCustomers(), locale),
                bodies.of(row.conversion(), locale),
                bodies.of(row.cpl(), locale),
                bodies.of(row.cac(), locale),
                bodies.of(row.ltv(), locale),
                bodies.of(row.ltvToCac(), locale),
                bodies.of(row.paybackMonths(), locale));
    }
}
