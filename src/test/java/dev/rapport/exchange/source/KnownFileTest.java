package dev.rapport.exchange.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files with the headings that well-known programs write: read right without a hand. The rows are made up. */
class KnownFileTest {
    private static final Region REGION = new Region(ZoneId.of("Asia/Shanghai"), "CN");

    @TempDir
    Path folder;

    @Test
    void readsContactsOfHubSpot() throws IOException {
        Read read = read(ImportKind.CUSTOMERS, """
                Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Associated Company,Last Activity Date (GMT+8),Lead Status,Marketing contact status,Create Date (GMT+8),Lifecycle Stage,Job Title,City,Country/Region,Website URL
                101,Ada,Lovelace,ada@example.com,+44 20 7946 0000,Olivia,Analytical Ltd,2026-01-05 10:15,Open,Marketing contact,2025-11-02 10:15,Sales Qualified Lead,Engineer,London,United Kingdom,https://example.com
                102,Bo,Berg,bo@example.com,,Olivia,,,,Non-marketing contact,2025-11-03 09:00,Other,,,,
                """);
        assertThat(read.rejected).isEmpty();
        assertThat(read.rows.get(0))
                .containsEntry(Field.EXTERNAL_ID, "101")
                .containsEntry(Field.NAME, "Ada Lovelace")
                .containsEntry(Field.EMAIL, "ada@example.com")
                .containsEntry(Field.PHONE, "+44 20 7946 0000")
                .containsEntry(Field.COMPANY, "Analytical Ltd")
                .containsEntry(Field.ACQUIRED_ON, LocalDate.of(2025, 11, 2))
                .containsEntry(Field.STAGE, "CONSIDERATION")
                .containsEntry(Field.COUNTRY, "GB");
    }

    @Test
    void takesWonDealsOfHubSpotForPurchases() throws IOException {
        Read read = read(ImportKind.PURCHASES, """
                Record ID,Deal Name,Deal Stage,Close Date,Deal owner,Amount,Pipeline,Associated Contact IDs,Associated Contact,Associated Company
                9001,Website for Analytical,Closed won,2026-02-01 00:00,Olivia,1200.00,Sales Pipeline,101,Ada Lovelace,Analytical Ltd
                9002,Shop for Berg,Closed Lost,2026-02-03 00:00,Olivia,800.00,Sales Pipeline,102,Bo Berg,
                9003,Support,Contract sent,2026-03-03 00:00,Olivia,90.00,Sales Pipeline,102,Bo Berg,
                9004,Fair stand,Closed won,2026-03-04 00:00,Olivia,70.00,Sales Pipeline,102;101,Bo Berg;Ada Lovelace,
                """);
        assertThat(read.rejected).isEmpty();
        assertThat(read.rows).hasSize(2);
        assertThat(read.rows.get(1)).containsEntry(Field.EXTERNAL_ID, "102").containsEntry(Field.NAME, "Bo Berg");
        assertThat(read.rows.get(0))
                .containsEntry(Field.PURCHASE_ID, "9001")
                .containsEntry(Field.PURCHASED_ON, LocalDate.of(2026, 2, 1))
                .containsEntry(Field.AMOUNT, new BigDecimal("1200.0000"))
                .containsEntry(Field.EXTERNAL_ID, "101");
    }

    @Test
    void readsContactsOfGoogleOldAndNew() throws IOException {
        Read old = read(ImportKind.CUSTOMERS, """
                Name,Given Name,Additional Name,Family Name,Yomi Name,Name Prefix,Name Suffix,Initials,Nickname,Birthday,Gender,Location,Occupation,Subject,Notes,Language,Photo,Group Membership,E-mail 1 - Type,E-mail 1 - Value,E-mail 2 - Type,E-mail 2 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - Country,Organization 1 - Type,Organization 1 - Name,Organization 1 - Title,Website 1 - Type,Website 1 - Value
                Ada Lovelace,Ada,,Lovelace,,,,,,1980-12-10,,,,,met at fair,,,* myContacts ::: Friends,* Home,ada@example.com ::: a2@example.com,Work,ada@work.example,Mobile,+44 20 7946 0000 ::: +44 20 7946 0001,Home,"1 St James
                London",1 St James,London,United Kingdom,,Analytical Ltd,Engineer,Profile,https://example.com
                Bo Berg,Bo,,Berg,,,,,, --05-06,,,,,,,,* myContacts,* ,bo@example.com,,,,,,,,,,,,,,
                """);
        assertThat(old.rejected).isEmpty();
        assertThat(old.rows.get(0))
                .containsEntry(Field.NAME, "Ada Lovelace")
                .containsEntry(Field.EMAIL, "ada@example.com")
                .containsEntry(Field.EMAILS, List.of("a2@example.com", "ada@work.example"))
                .containsEntry(Field.PHONE, "+44 20 7946 0000")
                .containsEntry(Field.PHONES, List.of("+44 20 7946 0001"))
                .containsEntry(Field.BIRTHDAY, LocalDate.of(1980, 12, 10))
                .containsEntry(Field.TAGS, List.of("Friends"))
                .containsEntry(Field.COMPANY, "Analytical Ltd")
                .containsEntry(Field.ROLE, "Engineer")
                .containsEntry(Field.CITY, "London")
                .containsEntry(Field.ABOUT, "met at fair")
                .containsEntry(Field.WEBSITE, "https://example.com");
        assertThat(old.rows.get(1)).doesNotContainKey(Field.BIRTHDAY);
        Read recent = read(ImportKind.CUSTOMERS, """
                First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value
                小明,,欧阳,,,,,,,,深圳市贸易有限公司,经理,,,,,* myContacts,* ,ouyang@example.com,Mobile,13800138000,Work,0755-1234567
                Ada,Augusta,Lovelace,,,,Countess,,,,,,,,,,* myContacts,* ,ada@example.com,,,,
                ,,,,,,Dr.,,,,Nameless Ltd,,,,,,* myContacts,* ,nobody@example.com,,,,
                """);
        assertThat(recent.rejected).isEmpty();
        assertThat(recent.rows.get(0))
                .containsEntry(Field.NAME, "欧阳小明")
                .containsEntry(Field.EMAIL, "ouyang@example.com")
                .containsEntry(Field.PHONE, "13800138000")
                .containsEntry(Field.PHONES, List.of("0755-1234567"))
                .containsEntry(Field.COMPANY, "深圳市贸易有限公司")
                .containsEntry(Field.ROLE, "经理");
        assertThat(recent.rows.get(1)).containsEntry(Field.NAME, "Countess Ada Augusta Lovelace");
        assertThat(recent.rows.get(2)).doesNotContainKey(Field.NAME);
    }

    @Test
    void readsCustomersOfShopify() throws IOException {
        Read read = read(ImportKind.CUSTOMERS, """
                Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags
                '6543210987,Ada,Lovelace,ada@example.com,yes,Analytical Ltd,1 St James,,London,,GB,'SW1A,,'+442079460000,no,120.50,3,likes tea,no,"vip, tea"
                """);
        assertThat(read.rejected).isEmpty();
        assertThat(read.rows.get(0))
                .containsEntry(Field.NAME, "Ada Lovelace")
                .containsEntry(Field.COMPANY, "Analytical Ltd")
                .containsEntry(Field.ADDRESS, "1 St James")
                .containsEntry(Field.COUNTRY, "GB")
                .containsEntry(Field.PHONE, "+442079460000")
                .containsEntry(Field.ABOUT, "likes tea")
                .containsEntry(Field.TAGS, List.of("vip", "tea"));
    }

    @Test
    void countsAnOrderOfShopifyOnceHoweverManyLinesItHas() throws IOException {
        Read read = read(ImportKind.PURCHASES, """
                Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Country,Billing Phone,Notes,Cancelled at,Payment Method,Refunded Amount,Id,Tags,Source,Phone
                #1003,ada@example.com,paid,2026-01-05 09:50:26 +0800,fulfilled,,no,EUR,30.00,4.90,0.00,34.90,,0.00,Standard,2026-01-05 09:50:26 +0800,1,Green tea,10.00,,T1,true,true,fulfilled,Ada Lovelace,1 St James,London,'SW1A,GB,'+442079460000,,,Shopify Payments,0.00,741,,web,'+442079460000
                #1003,ada@example.com,,,,,,,,,,,,,,2026-01-05 09:50:26 +0800,2,Black tea,10.00,,T2,true,true,fulfilled,,,,,,,,,,,,,,
                #1002,bo@example.com,voided,,,,no,EUR,9.00,0.00,0.00,9.00,,0.00,,2026-01-04 10:00:00 +0800,1,Cup,9.00,,C1,true,true,pending,Bo Berg,,,,,,,,,0.00,740,,web,
                #1002,bo@example.com,,,,,,,,,,,,,,2026-01-04 10:00:00 +0800,1,Lid,1.00,,C2,true,true,pending,,,,,,,,,,,,,,
                #1001,bo@example.com,paid,2026-01-03 10:00:00 +0800,fulfilled,,no,EUR,9.00,0.00,0.00,9.00,,0.00,,2026-01-03 10:00:00 +0800,1,Cup,9.00,,C1,true,true,fulfilled,Bo Berg,,,,,,,,,0.00,739,,web,
                """);
        assertThat(read.rejected).isEmpty();
        assertThat(read.rows).hasSize(2);
        assertThat(read.rows.get(0))
                .containsEntry(Field.PURCHASE_ID, "#1003")
                .containsEntry(Field.PURCHASED_ON, LocalDate.of(2026, 1, 5))
                .containsEntry(Field.AMOUNT, new BigDecimal("34.9000"))
                .containsEntry(Field.CURRENCY, "EUR")
                .containsEntry(Field.PRODUCT, "Green tea")
                .containsEntry(Field.NAME, "Ada Lovelace")
                .containsEntry(Field.PHONE, "+442079460000");
    }

    @Test
    void readsCustomersAndOrdersOfYouzan() throws IOException {
        Read customers = read(ImportKind.CUSTOMERS, """
                客户姓名,手机号,性别,生日,微信号,客户身份,会员等级,成为客户时间,累计消费金额,购次,积分,备注,标签
                张三,13800138000,男,1990年5月6日,zs,会员,金卡会员,2025年11月2日 10:15,1280.00,3,128,老朋友,"茶友,企业"
                """);
        assertThat(customers.rejected).isEmpty();
        assertThat(customers.rows.get(0))
                .containsEntry(Field.NAME, "张三")
                .containsEntry(Field.PHONE, "13800138000")
                .containsEntry(Field.BIRTHDAY, LocalDate.of(1990, 5, 6))
                .containsEntry(Field.ACQUIRED_ON, LocalDate.of(2025, 11, 2))
                .containsEntry(Field.ABOUT, "老朋友")
                .containsEntry(Field.TAGS, List.of("金卡会员", "茶友", "企业"));
        Read orders = read(ImportKind.PURCHASES, """
                订单号,订单类型,订单状态,订单创建时间,买家付款时间,商品名称,商品数量,订单实付金额,买家昵称,买家姓名,买家手机号,收货人/提货人,收货人手机号/提货人手机号,买家备注
                E20260105001,普通订单,交易完成,2026-01-05 09:50:26,2026-01-05 09:51:02,龙井茶,1,￥128.00,小张,张三,13800138000,李四,13900139000,请尽快
                E20260105001,普通订单,交易完成,2026-01-05 09:50:26,2026-01-05 09:51:02,茶杯,2,￥128.00,小张,张三,13800138000,李四,13900139000,请尽快
                E20260104007,普通订单,交易关闭,2026-01-04 11:00:00,,龙井茶,1,￥128.00,小王,王五,13700137000,王五,13700137000,
                """);
        assertThat(orders.rejected).isEmpty();
        assertThat(orders.rows).hasSize(1);
        assertThat(orders.rows.get(0))
                .containsEntry(Field.PURCHASE_ID, "E20260105001")
                .containsEntry(Field.PURCHASED_ON, LocalDate.of(2026, 1, 5))
                .containsEntry(Field.AMOUNT, new BigDecimal("128.0000"))
                .containsEntry(Field.NAME, "张三")
                .containsEntry(Field.PHONE, "13800138000")
                .doesNotContainKey(Field.PHONES);
    }

    private record Read(List<Map<Field, Object>> rows, List<Reason> rejected) {}

    private Read read(ImportKind kind, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), text);
        FilePlan plan = Inspection.plan(file, kind, Mapping.DETECT_ALL, REGION);
        assertThat(plan.missing()).isEmpty();
        var reader = new RowReader(plan, REGION);
        var read = new Read(new ArrayList<>(), new ArrayList<>());
        try (TableReader table = TableReader.open(file, plan.dialect())) {
            for (Optional<Row> row = table.next(); row.isPresent(); row = table.next()) {
                Outcome outcome = reader.read(row.get());
                if (outcome instanceof Outcome.Accepted accepted) {
                    read.rows.add(accepted.row().values());
                } else if (outcome instanceof Outcome.Rejected rejected) {
                    read.rejected.add(rejected.reason());
                }
            }
        }
        return read;
    }
}
