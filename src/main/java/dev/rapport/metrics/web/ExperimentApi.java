package dev.rapport.metrics.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapport.metrics.formula.AbTest;
import dev.rapport.metrics.formula.Difference;
import dev.rapport.metrics.formula.SampleSize;
import dev.rapport.metrics.formula.Variant;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether an experiment has shown anything, and how large it must be to show it. */
@RestController
@RequestMapping("/api/v1/calculators")
class ExperimentApi {

    record VariantInput(
            @Nullable String name,
            @Nullable BigDecimal trials,
            @Nullable BigDecimal successes) {}

    record AbTestInput(@Nullable List<@Nullable VariantInput> variants) implements OfNumbers {

        List<Variant> checked() {
            if (variants == null) {
                throw new Refused("variants", "metrics.refused.variants");
            }
            List<Variant> checked = new ArrayList<>();
            for (int i = 0; i < variants.size(); i++) {
                String field = "variants[" + i + "]";
                VariantInput variant = variants.get(i);
                if (variant == null) {
                    throw new Refused(field, "metrics.refused.missing");
                }
                checked.add(Variant.of(field, variant.name(), variant.trials(), variant.successes()));
            }
            return checked;
        }
    }

    /** Shares are 0..1; the difference is last − first. */
    record AbTestBody(
            String test,
            @Nullable Double statistic,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer degreesOfFreedom,

            @Nullable Double pValue,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Difference difference,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Double probabilityLastBeatsFirst,

            boolean fewExpected,
            String verdict) {}

    record SampleSizeInput(
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal expected,
            @Nullable BigDecimal power,
            @Nullable BigDecimal significance)
            implements OfNumbers {}

    record SampleSizeBody(double perGroup) {}

    private final Bodies bodies;

    ExperimentApi(Bodies bodies) {
        this.bodies = bodies;
    }

    @PostMapping("/ab-test")
    AbTestBody abTest(@RequestBody AbTestInput input, Locale locale) {
        AbTest found = AbTest.of(input.checked());
        return new AbTestBody(
                found.test(),
                found.statistic(),
                found.degreesOfFreedom(),
                found.pValue(),
                found.difference(),
                found.probabilityLastBeatsFirst(),
                found.fewExpected(),
                bodies.text(found.verdict(), locale));
    }

    @PostMapping("/sample-size")
    SampleSizeBody sampleSize(@RequestBody SampleSizeInput input) {
        return new SampleSizeBody(
                SampleSize.of(input.baseline(), input.expected(), input.power(), input.significance()));
    }
}
