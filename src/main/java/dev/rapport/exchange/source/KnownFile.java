package dev.rapport.exchange.source;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Files of programs whose headings mean something else than the words say, or more than one column could be meant. */
record KnownFile(ImportKind kind, Set<String> toldBy, Map<Field, List<String>> headings) {
    private static final List<KnownFile> ALL = List.of(
            new KnownFile(
                    ImportKind.PURCHASES,
                    Set.of("financialstatus", "lineitemname", "total"),
                    headings(
                            Field.PURCHASE_ID, "name",
                            Field.PURCHASED_ON, "createdat, paidat",
                            Field.AMOUNT, "total",
                            Field.CURRENCY, "currency",
                            Field.PRODUCT, "lineitemname",
                            Field.STATUS, "financialstatus",
                            Field.NOTE, "notes",
                            Field.EMAIL, "email",
                            Field.PHONE, "phone, billingphone, shippingphone",
                            Field.NAME, "billingname, shippingname",
                            Field.COMPANY, "billingcompany",
                            Field.CITY, "billingcity",
                            Field.COUNTRY, "billingcountry")),
            new KnownFile(
                    ImportKind.PURCHASES,
                    Set.of("dealname", "closedate", "amount"),
                    headings(
                            Field.PURCHASE_ID, "recordid, dealid",
                            Field.PURCHASED_ON, "closedate",
                            Field.AMOUNT, "amount",
                            Field.CURRENCY, "currency, dealcurrencycode",
                            Field.STATUS, "dealstage",
                            Field.NOTE, "dealname",
                            Field.EXTERNAL_ID, "associatedcontactids, associatedcontactid, associatedcompanyids",
                            Field.EMAIL, "contactemail, email",
                            Field.NAME, "associatedcontact",
                            Field.COMPANY, "associatedcompany")),
            new KnownFile(
                    ImportKind.PURCHASES,
                    Set.of("订单号", "订单实付金额"),
                    headings(
                            Field.PURCHASE_ID, "订单号",
                            Field.PURCHASED_ON, "买家付款时间, 付款时间, 订单付款时间, 订单创建时间, 下单时间",
                            Field.AMOUNT, "订单实付金额",
                            Field.PRODUCT, "商品名称, 全部商品名称",
                            Field.STATUS, "订单状态",
                            Field.NOTE, "商家备注, 卖家备注, 买家备注",
                            Field.NAME, "买家姓名, 客户姓名, 收货人, 收货人提货人, 买家昵称",
                            Field.PHONE, "买家手机号, 手机号, 客户手机号, 收货人手机号, 收货人手机号提货人手机号")));

    /** Of several headings the first that is there, and holds something. */
    static @Nullable List<@Nullable Field> columns(ImportKind kind, Sample sample) {
        List<String> keys = sample.header().stream().map(HeaderNames::key).toList();
        Set<String> present = new HashSet<>(keys);
        Optional<KnownFile> known = ALL.stream()
                .filter(it -> it.kind == kind && present.containsAll(it.toldBy))
                .findFirst();
        if (known.isEmpty()) {
            return null;
        }
        var columns = new @Nullable Field[sample.width()];
        known.get()
                .headings
                .forEach((field, names) -> names.stream()
                        .map(keys::indexOf)
                        .filter(it -> it >= 0 && !sample.column(it).isEmpty())
                        .findFirst()
                        .ifPresent(it -> columns[it] = field));
        return Arrays.asList(columns);
    }

    private static Map<Field, List<String>> headings(Object... pairs) {
        var headings = new EnumMap<Field, List<String>>(Field.class);
        for (int i = 0; i < pairs.length; i += 2) {
            headings.put((Field) pairs[i], List.of(((String) pairs[i + 1]).split(", ")));
        }
        return headings;
    }
}
