package dev.rapport.exchange.source;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells the rows of a file of purchases that aren't any: orders not paid or taken back, deals not won, and the further lines of
 * an order whose total stands on its first line, or on each again.
 */
final class SaleRows {
    private static final Set<String> NO_SALE = Stream.of(
                    "pending, authorized, unpaid, voided, refunded, expired, cancelled, canceled, failed, declined, abandoned, draft",
                    "closed lost, lost, open, appointment scheduled, qualified to buy, presentation scheduled",
                    "decision maker bought in, contract sent",
                    "待付款, 待支付, 未付款, 等待买家付款, 已取消, 取消, 已关闭, 交易关闭, 订单关闭, 已退款, 全额退款, 退款成功, 退款完成")
            .flatMap(it -> Stream.of(it.split(",")))
            .map(HeaderNames::key)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> TOTALS =
            Set.of("total", "ordertotal", "ordervalue", "orderamount", "订单金额", "订单实付金额", "订单总价", "订单总额");

    private final int status;
    private final int order;
    private final int amount;
    private final boolean totals;
    private @Nullable String lastOrder;
    private String lastAmount = "";

    SaleRows(FilePlan plan) {
        boolean sales = plan.kind() == ImportKind.PURCHASES;
        this.status = sales ? plan.columns().indexOf(Field.STATUS) : -1;
        this.order = sales ? plan.columns().indexOf(Field.PURCHASE_ID) : -1;
        this.amount = plan.columns().indexOf(Field.AMOUNT);
        this.totals = amount >= 0 && isTotal(plan.sample().header(), amount);
    }

    static boolean isTotal(List<String> header, int amount) {
        return amount < header.size() && TOTALS.contains(HeaderNames.key(header.get(amount)));
    }

    /** Null for a purchase. To be asked row by row: a line belongs to the order above it. */
    @Nullable
    Reason passedOver(Row row) {
        if (order < 0 && status < 0) {
            return null;
        }
        String number = cell(row, order);
        String sum = cell(row, amount);
        boolean further =
                !number.isEmpty() && number.equals(lastOrder) && (sum.isEmpty() || totals && sum.equals(lastAmount));
        lastOrder = number;
        lastAmount = sum.isEmpty() ? lastAmount : sum;
        if (further) {
            return Reason.of(null, "exchange.row.same-order", number);
        }
        String state = cell(row, status);
        return !state.isEmpty() && NO_SALE.contains(HeaderNames.key(state))
                ? Reason.of(null, "exchange.row.no-sale", state)
                : null;
    }

    private static String cell(Row row, int column) {
        return column < 0 || column >= row.cells().size()
                ? ""
                : row.cells().get(column).strip();
    }
}
