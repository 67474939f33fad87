package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InspectionTest {
    private static final Region REGION = new Region(ZoneId.of("Asia/Shanghai"), "CN");

    @TempDir
    Path folder;

    @Test
    void readsTheCdnowSampleWithoutBeingTold() throws IOException {
        FilePlan plan =
                Inspection.plan(RealFiles.named("CDNOW_sample.txt"), ImportKind.PURCHASES, Mapping.DETECT_ALL, REGION);
        assertThat(plan.toMapping())
                .isEqualTo(new Mapping(
                        "blanks",
                        false,
                        "UTF-8",
                        "yyyyMMdd",
                        ".",
                        Arrays.asList(null, "externalId", "purchasedOn", null, "amount"),
                        true));
        assertThat(plan.missing()).isEmpty();
    }

    @Test
    void readsTheCdnowMasterFileByItsHeader() throws IOException {
        FilePlan plan =
                Inspection.plan(RealFiles.named("CDNOW_master.txt"), ImportKind.PURCHASES, Mapping.DETECT_ALL, REGION);
        assertThat(columns(plan)).containsExactly("externalId", "purchasedOn", null, "amount");
        assertThat(plan.dialect().header()).isTrue();
    }

    @Test
    void readsTheRfmOrdersAsPurchasesAndAsCustomers() throws IOException {
        Path file = RealFiles.named("rfm_data_orders.csv");
        FilePlan purchases = Inspection.plan(file, ImportKind.PURCHASES, Mapping.DETECT_ALL, REGION);
        assertThat(columns(purchases))
                .containsExactly("externalId", "purchasedOn", "amount", "firstName", "lastName", "email");
        FilePlan customers = Inspection.plan(file, ImportKind.CUSTOMERS, Mapping.DETECT_ALL, REGION);
        assertThat(columns(customers)).containsExactly("externalId", null, null, "firstName", "lastName", "email");
    }

    @Test
    void seesSemicolonsInTheBankFile() throws IOException {
        FilePlan plan = Inspection.plan(
                RealFiles.named("bank-additional.csv"), ImportKind.CUSTOMERS, Mapping.DETECT_ALL, REGION);
        assertThat(plan.dialect().delimiter()).isEqualTo(Delimiter.SEMICOLON);
        assertThat(plan.columns()).hasSize(21);
    }

    @Test
    void understandsChineseHeaders() throws IOException {
        FilePlan plan = plan(
                ImportKind.PURCHASES,
                "GB18030",
                "订单号,下单时间,客户姓名,手机号,商品名称,实付金额\nA1,2026年11月3日 10:05,张三,13800138000,茶叶,\"1,280.00\"\n");
        assertThat(columns(plan)).containsExactly("purchaseId", "purchasedOn", "name", "phone", "product", "amount");
        assertThat(plan.dialect().charset().name()).isEqualTo("GB18030");
        assertThat(plan.dates().get(Field.PURCHASED_ON))
                .extracting(DatePattern::pattern)
                .isEqualTo("yyyy年M月d日");
    }

    @Test
    void readsEuropeanFiles() throws IOException {
        FilePlan plan = plan(
                ImportKind.PURCHASES,
                "UTF-8",
                "email;date;amount\na@b.de;03.11.2026;1.280,50\nc@d.de;04.11.2026;7,00\n");
        assertThat(plan.dialect().delimiter()).isEqualTo(Delimiter.SEMICOLON);
        assertThat(plan.decimal()).isEqualTo(DecimalSign.COMMA);
        assertThat(plan.dates().get(Field.PURCHASED_ON))
                .extracting(DatePattern::pattern)
                .isEqualTo("dd.MM.yyyy");
    }

    @Test
    void readsOnPastTheSampleUntilDayAndMonthAreTold() throws IOException {
        String text = "email,date,amount\n" + "a@b.de,1/2/2026,5\n".repeat(1500) + "a@b.de,1/31/2026,5\n";
        FilePlan plan = plan(ImportKind.PURCHASES, "UTF-8", text);
        assertThat(plan.datesAmbiguous()).isFalse();
        assertThat(plan.dates().get(Field.PURCHASED_ON))
                .extracting(DatePattern::pattern)
                .isEqualTo("M/d/yyyy");
    }

    @Test
    void saysThatDayAndMonthCouldBeEitherWay() throws IOException {
        FilePlan plan = plan(ImportKind.PURCHASES, "UTF-8", "email,date,amount\na@b.de,1/2/2026,5\n");
        assertThat(plan.datesAmbiguous()).isTrue();
        assertThat(plan.dates().get(Field.PURCHASED_ON))
                .extracting(DatePattern::pattern)
                .isEqualTo("d/M/yyyy");
    }

    @Test
    void takesAPlainIdForTheCustomerWhereNothingElseNamesOne() throws IOException {
        assertThat(columns(plan(ImportKind.PURCHASES, "UTF-8", "id,date,amount\n7,2026-01-02,5\n")))
                .containsExactly("externalId", "purchasedOn", "amount");
        assertThat(columns(plan(ImportKind.PURCHASES, "UTF-8", "id,email,date,amount\n7,a@b.de,2026-01-02,5\n")))
                .containsExactly("purchaseId", "email", "purchasedOn", "amount");
        assertThat(columns(plan(ImportKind.PURCHASES, "UTF-8", "customer,date,amount\nAcme,2026-01-02,5\n")))
                .containsExactly("externalId", "purchasedOn", "amount");
    }

    @Test
    void readsAnswersAndInteractions() throws IOException {
        assertThat(columns(plan(ImportKind.ANSWERS, "UTF-8", "邮箱,评分,提交时间,意见\na@b.cn,9,2026/11/3 10:00,很好\n")))
                .containsExactly("email", "score", "answeredOn", "comment");
        assertThat(columns(plan(ImportKind.INTERACTIONS, "UTF-8", "客户编号,跟进时间,跟进方式,内容\n7,2026-11-03 10:00,电话,聊了价格\n")))
                .containsExactly("externalId", "occurredAt", "kind", "body");
    }

    @Test
    void namesWhatIsMissingAndRefusesAnUnknownColumn() throws IOException {
        FilePlan plan = plan(ImportKind.PURCHASES, "UTF-8", "a,b\nx,y\n");
        assertThat(plan.missing()).extracting(Reason::key).contains("exchange.mapping.required");
        var wrong = new Mapping(null, null, null, null, null, List.of("shoeSize"), null);
        Path file = folder.resolve("file.csv");
        assertThatThrownBy(() -> Inspection.plan(file, ImportKind.PURCHASES, wrong, REGION))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("exchange.mapping.unknown [shoeSize]");
    }

    private FilePlan plan(ImportKind kind, String charset, String text) throws IOException {
        Path file = Files.write(folder.resolve("file.csv"), text.getBytes(charset));
        return Inspection.plan(file, kind, Mapping.DETECT_ALL, REGION);
    }

    private static List<String> columns(FilePlan plan) {
        return plan.toMapping().columns();
    }
}
