package dev.rapport.metrics.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.metrics.formula.ReferenceValues;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The fitted models against the figures published with them. */
class ReferenceModelsTest {

    private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);

    @Test
    void fitsCdnowAsPublished() {
        JsonNode reference = ReferenceValues.of("bgnbd-fit-cdnow");
        JsonNode expected = reference.get("expected");
        JsonNode tolerance = reference.get("tolerance");

        Optimum found = BgNbd.fit(Cdnow.buyers());

        assertThat(found.converged()).isTrue();
        String[] names = {"r", "alpha", "a", "b"};
        for (int i = 0; i < names.length; i++) {
            assertThat(found.parameters()[i])
                    .isCloseTo(
                            expected.get(names[i]).asDouble(),
                            within(tolerance.get(names[i]).asDouble()));
        }
        assertThat(found.logLikelihood())
                .isCloseTo(expected.get("log_likelihood").asDouble(), within(0.1))
                .isCloseTo(-9582.425560567, within(1e-8));
        assertThat(found.standardError(0)).isCloseTo(0.01256, within(1e-5));
        assertThat(found.standardError(3)).isCloseTo(0.7053, within(1e-4));
    }

    @Test
    void knowsTheLikelihoodAtThePublishedParameters() {
        assertThat(PUBLISHED.logLikelihood(Cdnow.buyers()))
                .isCloseTo(
                        ReferenceValues.of("bgnbd-loglik-at-published")
                                .get("expected")
                                .asDouble(),
                        within(1e-8));
    }

    @Test
    void expectsAsHardiesSheetDoes() {
        JsonNode hardie = ReferenceValues.of("bgnbd-cet-hardie");
        JsonNode of = hardie.get("inputs");
        assertThat(PUBLISHED.expected(
                        of.get("x").asInt(),
                        of.get("t_x").asDouble(),
                        of.get("T").asDouble(),
                        of.get("t").asDouble()))
                .isCloseTo(hardie.get("expected").asDouble(), within(0.001))
                .isCloseTo(1.226028175, within(1e-9));
        alive("bgnbd-palive-R", 1e-7);
        alive("bgnbd-palive-x0", 0);
        JsonNode reference = ReferenceValues.of("bgnbd-expectation-new");
        JsonNode times = reference.get("inputs").get("t");
        for (int i = 0; i < times.size(); i++) {
            assertThat(PUBLISHED.expectedOfNew(times.get(i).asDouble()))
                    .isCloseTo(reference.get("expected").get(i).asDouble(), within(0.004));
        }
    }

    private static void alive(String id, double tolerance) {
        JsonNode reference = ReferenceValues.of(id);
        JsonNode of = reference.get("inputs");
        assertThat(PUBLISHED.alive(
                        of.get("x").asInt(),
                        of.get("t_x").asDouble(),
                        of.get("T").asDouble()))
                .isCloseTo(reference.get("expected").asDouble(), within(tolerance));
    }

    @Test
    void valuesCustomersAsTheLibraryDoes() {
        JsonNode reference = ReferenceValues.of("clv-cdnow-customers-developer");
        GammaGamma value = new GammaGamma(6.25, 3.74, 15.44);
        PurchaseModel year = new PurchaseModel(PUBLISHED, 12, 0.01, 39);
        PurchaseModel quarter = new PurchaseModel(PUBLISHED, 3, 0, 39);
        JsonNode customers = reference.get("inputs").get("customers");
        for (int i = 0; i < customers.size(); i++) {
            JsonNode of = customers.get(i);
            JsonNode expected = reference.get("expected").get(i);
            int x = (int) of.get("x").asDouble();
            double tx = of.get("t_x").asDouble();
            double t = of.get("T").asDouble();
            double spend = value.expectedValue(x, of.get("m").asDouble());

            near(year.alive(x, tx, t), expected.get("p_alive"));
            near(year.expectedPurchases(x, tx, t), expected.get("e_purchases_39w"));
            near(spend, expected.get("e_value"));
            near(spend * year.discountedPurchases(x, tx, t), expected.get("clv_12m_1pct"));
            near(spend * quarter.discountedPurchases(x, tx, t), expected.get("clv_3m_0pct"));
        }
    }

    @Test
    void halvesAValueThatIsDiscountedByAHundredPercent() {
        double plain = new PurchaseModel(PUBLISHED, 1, 0, 1).discountedPurchases(2, 30.43, 38.86);
        double halved = new PurchaseModel(PUBLISHED, 1, 1, 1).discountedPurchases(2, 30.43, 38.86);
        double ratio = ReferenceValues.of("clv-discount-property")
                .get("expected")
                .get("ratio_to_undiscounted")
                .asDouble();
        assertThat(halved / plain).isCloseTo(ratio, within(1e-12));
    }

    @Test
    void fitsSpendingAsPublished() {
        Optimum found = GammaGamma.fit(Cdnow.spending());
        Offset<Double> tolerance =
                within(ReferenceValues.of("gg-fit-cdnow").get("tolerance").asDouble());

        assertThat(found.converged()).isTrue();
        assertThat(found.parameters()[0]).isCloseTo(6.25, tolerance);
        assertThat(found.parameters()[1]).isCloseTo(3.74, tolerance);
        assertThat(found.parameters()[2]).isCloseTo(15.44, tolerance);
        assertThat(found.logLikelihood()).isCloseTo(-4055.92, within(0.01));
    }

    @Test
    void expectsSpendingAsPublished() {
        JsonNode reference = ReferenceValues.of("gg-expected-value");
        JsonNode inputs = reference.get("inputs");
        for (int i = 0; i < inputs.get("x").size(); i++) {
            assertThat(new GammaGamma(6.25, 3.74, 15.44)
                            .expectedValue(
                                    inputs.get("x").get(i).asInt(),
                                    inputs.get("m").get(i).asDouble()))
                    .isCloseTo(reference.get("expected").get(i).asDouble(), within(0.001));
        }
    }

    @Test
    void projectsSurvivalAsPublished() {
        JsonNode expected = ReferenceValues.of("sbg-regular").get("expected");
        ShiftedBetaGeometric found = ShiftedBetaGeometric.fit(List.of(1000L, 631L, 468L, 382L, 326L, 289L, 262L, 241L));

        assertThat(found.alpha()).isCloseTo(0.704, within(0.003));
        assertThat(found.beta()).isCloseTo(1.182, within(0.01));
        assertThat(found.logLikelihood()).isCloseTo(-1680.3, within(0.1));
        List<Double> survival = found.survival(12);
        for (int i = 0; i < 5; i++) {
            assertThat(survival.get(8 + i))
                    .isCloseTo(
                            expected.get("projected_survival_years_8_to_12")
                                    .get(i)
                                    .asDouble(),
                            within(0.001));
        }
    }

    /** 'high end' of the same paper: alpha 0.668, beta 3.806; likelihood by scipy 1.17 with scipy.special.betaln. */
    @Test
    void projectsTheOtherCohortOfThePaperToo() {
        ShiftedBetaGeometric found = ShiftedBetaGeometric.fit(List.of(1000L, 869L, 743L, 653L, 593L, 551L, 517L, 491L));

        assertThat(found.alpha()).isCloseTo(0.668, within(0.0005));
        assertThat(found.beta()).isCloseTo(3.806, within(0.0005));
        assertThat(found.logLikelihood()).isCloseTo(-1611.158147, within(1e-6));
    }

    /** The top is so flat that the parameters are known to a factor of e^49 at best, but it is one: by scipy 1.17. */
    @Test
    void findsAFlatTop() {
        ShiftedBetaGeometric found = ShiftedBetaGeometric.fit(List.of(372L, 338L, 308L, 280L));

        assertThat(found).isNotNull();
        assertThat(found.alpha()).isCloseTo(25.2905, within(0.01));
        assertThat(found.beta()).isCloseTo(253.620, within(0.1));
        assertThat(found.logLikelihood()).isCloseTo(-308.8613958988776, within(1e-9));
    }

    private static void near(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(1e-6 * Math.abs(expected.asDouble())));
    }
}
