package dev.rapport.metrics.web;

import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapport.testing.WebTest;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The calculators over HTTP: the published figures, and a problem naming the field for anything else. */
@WebTest
class CalculatorApiTest {

    @Autowired
    private MockMvcTester http;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nps | {'promoters':162,'passives':108,'detractors':54} | $.value | 33.333333",
                "nps | {'promoters':162,'passives':108,'detractors':54} | $.standardError | 4.140867",
                "nps | {'scores':[10,9,0]} | $.value | 33.333333",
                "nps | {'scores':[10,9.0,7]} | $.n | 3",
                "csat | {'satisfied':83,'answers':100} | $.interval.low | 74.45199523",
                "retention | {'start':200,'end':220,'new':40} | $.retention.value | 90",
                "retention | {'start':200,'end':220,'new':40} | $.churn.value | 10",
                "revenue-retention | {'start':100000,'expansion':12000,'contraction':5000,'churn':8000} | $.nrr.value | 99",
                "revenue-retention | {'start':100000,'expansion':12000,'contraction':5000,'churn':8000} | $.grr.value | 87",
                "discounted-clv | {'cashFlows':[1000,1000,1000,1000,1000],'rate':0.1,'timing':'END'} | $.value | 3790.786769",
                "discounted-clv | {'cashFlows':[500,1500,4000,10000],'rate':0.1} | $.value | 11529.608633",
                "perpetual-clv | {'margin':100,'retention':0.8,'discount':0.1} | $.firstPaymentNow.value | 366.6666667",
                "perpetual-clv | {'margin':100,'retention':0.8,'discount':0.1} | $.atPeriodEnd.value | 333.3333333",
                "perpetual-clv | {'margin':100,'retention':0.8,'discount':0.1} | $.marginMultiple.value | 2.6666667",
                "acquisition | {'spend':12000,'newCustomers':40,'monthlyRevenuePerCustomer':50,'grossMargin':0.8,'monthlyChurn':0.05} | $.cac.value | 300",
                "acquisition | {'spend':12000,'newCustomers':40,'monthlyRevenuePerCustomer':50,'grossMargin':0.8,'monthlyChurn':0.05} | $.ltvToCac.value | 2.6666667",
                "acquisition | {'spend':12000,'newCustomers':40,'monthlyRevenuePerCustomer':50,'grossMargin':0.8,'monthlyChurn':0.05} | $.paybackMonths.value | 7.5",
                "ab-test | {'variants':[{'name':'A','trials':145274,'successes':17489},{'name':'B','trials':145310,'successes':17264}]} | $.statistic | -1.3109242",
                "ab-test | {'variants':[{'name':'A','trials':145274,'successes':17489},{'name':'B','trials':145310,'successes':17264}]} | $.difference.wald.low | -0.0039379",
                "ab-test | {'variants':[{'name':'A','trials':1000,'successes':120},{'name':'B','trials':1000,'successes':145}]} | $.probabilityLastBeatsFirst | 0.950196907616",
                "sample-size | {'baseline':0.5,'expected':0.75,'power':0.9,'significance':0.05} | $.perGroup | 76.70692845",
                "predictive-clv | {'parameters':{'r':0.243,'alpha':4.414,'a':0.793,'b':2.426,'p':6.25,'q':3.74,'v':15.44},'customers':[{'id':1,'x':2,'tx':30.43,'T':38.86,'m':22.35}],'horizonMonths':12,'monthlyDiscountRate':0.01,'expectedWithinWeeks':39} | $.customers[0].clv | 36.289211126",
                "predictive-clv | {'parameters':{'r':0.243,'alpha':4.414,'a':0.793,'b':2.426,'p':6.25,'q':3.74,'v':15.44},'customers':[{'id':1,'x':2,'tx':30.43,'T':38.86,'m':22.35}],'horizonMonths':12,'monthlyDiscountRate':0.01,'expectedWithinWeeks':39} | $.customers[0].expectedPurchases | 1.226028175",
            })
    void giveThePublishedFigures(String calculator, String body, String path, double expected) {
        assertThat(post(calculator, body))
                .hasStatusOk()
                .bodyJson()
                .extractingPath(path)
                .asNumber()
                .satisfies(number -> assertThat(number.doubleValue()).isCloseTo(expected, within(1e-6)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nps | {'scores':[9,7.5]} | scores[1]",
                "nps | {'scores':[11]} | scores[0]",
                "nps | {'scores':[-1]} | scores[0]",
                "nps | {'scores':['many']} | scores[0]",
                "nps | {'scores':[1e999]} | scores[0]",
                "nps | {'scores':['5']} | scores[0]",
                "nps | {'scores':[9,NaN]} | scores[1]",
                "nps | {'promoters':NaN,'passives':1,'detractors':1} | promoters",
                "nps | {'promoters':1,'passives':'1','detractors':1} | passives",
                "nps | {'scores':[9],'promoters':1,'passives':1,'detractors':1} | scores",
                "csat | {'satisfied':5,'answers':Infinity} | answers",
                "discounted-clv | {'cashFlows':['1000'],'rate':0.1} | cashFlows[0]",
                "ab-test | {'variants':[{'name':'A','trials':10,'successes':1},{'name':'B','trials':'10','successes':1}]} | variants[1].trials",
                "ab-test | {'variants':[{'name':'A','trials':10,'successes':-Infinity},{'name':'B','trials':10,'successes':1}]} | variants[0].successes",
                "sample-size | {'baseline':'0.5','expected':0.6,'power':0.8,'significance':0.05} | baseline",
                "predictive-clv | {'parameters':{'r':'1','alpha':1,'a':1,'b':1},'customers':[]} | parameters.r",
                "predictive-clv | {'customers':[{'id':1,'x':2,'tx':1,'T':NaN,'m':1}]} | customers[0].T",
                "nps | {'promoters':-1,'passives':1,'detractors':1} | promoters",
                "nps | {'promoters':1,'passives':1.5,'detractors':1} | passives",
                "nps | {} | scores",
                "csat | {'satisfied':5,'answers':4} | satisfied",
                "retention | {'start':200,'end':30,'new':40} | new",
                "retention | {'start':200,'end':260,'new':40} | new",
                "retention | {'start':200,'end':260} | new",
                "retention | {'start':-200,'end':260,'new':1} | start",
                "revenue-retention | {'start':1,'expansion':0,'contraction':-1,'churn':0} | contraction",
                "discounted-clv | {'cashFlows':[1],'rate':-1} | rate",
                "discounted-clv | {'cashFlows':[1],'rate':0.1,'timing':'MIDDLE'} | timing",
                "discounted-clv | {'rate':0.1} | cashFlows",
                "perpetual-clv | {'margin':100,'retention':80,'discount':0.1} | retention",
                "perpetual-clv | {'margin':100,'retention':0.8,'discount':-1} | discount",
                "acquisition | {'spend':-1,'newCustomers':40,'monthlyRevenuePerCustomer':50,'grossMargin':0.8,'monthlyChurn':0.05} | spend",
                "ab-test | {'variants':[{'name':'A','trials':10,'successes':1}]} | variants",
                "ab-test | {'variants':[{'name':'A','trials':10,'successes':1},{'name':'B','trials':10,'successes':11}]} | variants[1].successes",
                "sample-size | {'baseline':0.5,'expected':0.5,'power':0.9,'significance':0.05} | expected",
                "sample-size | {'baseline':0.5,'expected':0.6,'power':1,'significance':0.05} | power",
                "predictive-clv | {} | customers",
                "predictive-clv | {'customers':[{'id':1,'x':2.5,'tx':1,'T':2,'m':1}]} | customers[0].x",
                "predictive-clv | {'customers':[{'id':1,'x':2,'tx':3,'T':2,'m':1}]} | customers[0].tx",
                "predictive-clv | {'customers':[{'id':1,'x':2,'tx':1,'T':-2,'m':1}]} | customers[0].T",
                "predictive-clv | {'parameters':{'r':0,'alpha':1,'a':1,'b':1},'customers':[]} | parameters.r",
                "predictive-clv | {'customers':[],'monthlyDiscountRate':-1} | monthlyDiscountRate",
                "predictive-clv | {'customers':[{'id':1e400,'x':0,'T':2}]} | customers[0].id",
            })
    void refuseBadInputNamingTheField(String calculator, String body, String field) {
        assertThat(post(calculator, body))
                .hasStatus(400)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
    }

    @Test
    void sayWhatCannotBeKnownInTheReadersLanguage() {
        String nothing = "{'promoters':0,'passives':0,'detractors':0}";
        assertThat(post("nps", nothing)).hasStatusOk().bodyJson().satisfies(body -> {
            assertThat(body).extractingPath("$.value").isNull();
            assertThat(body).extractingPath("$.interval").isNull();
            assertThat(body).extractingPath("$.reason").isEqualTo("No answers in this period");
            assertThat(body).doesNotHavePath("$.standardError");
            assertThat(body).doesNotHavePath("$.currency");
        });
        assertThat(http.post()
                        .uri("/api/v1/calculators/nps")
                        .with(token())
                        .header(HttpHeaders.ACCEPT_LANGUAGE, "zh-CN")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(nothing.replace('\'', '"')))
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo("这段时间没有回答");
    }

    @Test
    void sayWhereThereAreTooFewDataToFit() {
        String once = "{'id':1,'x':0,'tx':0,'T':30,'m':0},{'id':2,'x':0,'tx':0,'T':20,'m':0}";
        for (String customers : new String[] {"", "{'id':1,'x':3,'tx':8,'T':9,'m':5}", once}) {
            assertThat(post("predictive-clv", "{'customers':[" + customers + "]}"))
                    .hasStatusOk()
                    .bodyJson()
                    .satisfies(body -> {
                        assertThat(body).extractingPath("$.fitted").isEqualTo(false);
                        assertThat(body).extractingPath("$.parameters").isNull();
                        assertThat(body).extractingPath("$.reason").asString().startsWith("Not enough data");
                    });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'p':6.25,'q':0.9,'v':15.44 | 12 | 0 | What customers spend is spread so widely that its mean has no end",
                "'p':6.25,'q':3.74,'v':15.44 | 600 | -0.999 | The numbers are too large to say",
                "'p':null | 12 | 0 | Without p, q and v nothing is known of what customers spend",
            })
    void sayWhyAValueIsMissing(String spending, int months, String rate, String reason) {
        assertThat(post(
                        "predictive-clv",
                        "{'parameters':{'r':0.243,'alpha':4.414,'a':0.793,'b':2.426," + spending
                                + "},'customers':[{'x':0,'T':38.86}],'horizonMonths':" + months
                                + ",'monthlyDiscountRate':" + rate + "}"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$.customers[0].clv").isNull();
                    assertThat(body)
                            .extractingPath("$.customers[0].expectedPurchases")
                            .isNotNull();
                    assertThat(body).extractingPath("$.reason").isEqualTo(reason);
                });
    }

    @Test
    void sayNoNumberOfThousandsOfDigits() {
        String flows = "1e30,".repeat(200) + "1";
        assertThat(post("discounted-clv", "{'cashFlows':[" + flows + "],'rate':-0.999999}"))
                .hasStatusOk()
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body).extractingPath("$.value").isNull();
                    assertThat(body).extractingPath("$.reason").isEqualTo("The numbers are too large to say");
                });
    }

    @Test
    void fillTheFormulaIn() {
        assertThat(post("nps", "{'promoters':162,'passives':108,'detractors':54}"))
                .bodyJson()
                .satisfies(body -> {
                    assertThat(body)
                            .extractingPath("$.formula")
                            .isEqualTo("100 × (162 promoters − 54 detractors) ÷ 324 answers");
                    assertThat(body)
                            .extractingPath("$.inputs")
                            .asInstanceOf(InstanceOfAssertFactories.MAP)
                            .containsOnlyKeys("promoters", "passives", "detractors");
                    assertThat(body).extractingPath("$.unit").isEqualTo("POINTS");
                    assertThat(body).extractingPath("$.interval.level").isEqualTo(0.95);
                });
    }

    private MvcTestResult post(String calculator, String body) {
        return http.post()
                .uri("/api/v1/calculators/" + calculator)
                .with(token())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body.replace('\'', '"'))
                .exchange();
    }
}
