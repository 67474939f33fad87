package dev.rapport.exchange.source;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names under which other programs know our fields, in English and Chinese. */
final class HeaderNames {
    /** Address books number what there may be several of: "E-mail 1 - Value". */
    private static final Pattern CONTACT = Pattern.compile("(email|phone)[0-9]+value");

    private static final Map<Field, Set<String>> NAMES = new EnumMap<>(Field.class);

    static {
        add(
                Field.PURCHASE_ID,
                "purchase id, order id, order no, order number, order, invoice, invoice no, invoice number");
        add(Field.PURCHASE_ID, "transaction id, receipt, id, 订单号, 订单编号, 交易号, 流水号, 发票号, 编号");
        add(
                Field.PURCHASED_ON,
                "purchased on, purchase date, order date, ordered at, invoice date, transaction date, paid at");
        add(Field.PURCHASED_ON, "sale date, sold on, date, day, created at, time, order time, datetime, timestamp");
        add(Field.PURCHASED_ON, "日期, 下单时间, 下单日期, 订单日期, 订单时间, 购买日期, 购买时间, 交易日期, 交易时间, 付款时间, 支付时间, 成交时间, 时间");
        add(
                Field.AMOUNT,
                "amount, revenue, total, price, value, sum, sales, order total, order value, order amount, dollar value");
        add(Field.AMOUNT, "total price, net amount, paid, 金额, 订单金额, 总金额, 总价, 实付, 实付金额, 实付款, 价格, 成交金额, 支付金额, 销售额, 收入");
        add(Field.STATUS, "financial status, payment status, order status, deal stage, 订单状态, 交易状态, 支付状态, 付款状态");
        add(Field.AMOUNT, "订单实付金额, 实收金额, 实付款金额, 订单总额, 订单总价");
        add(Field.PURCHASED_ON, "close date, 买家付款时间, 订单付款时间, 订单创建时间");
        add(Field.CURRENCY, "currency, currency code, 币种, 货币");
        add(Field.RATE, "rate, exchange rate, fx rate, 汇率");
        add(Field.COST, "cost, cogs, cost price, 成本, 成本价, 进价");
        add(Field.PRODUCT, "product, product name, item, item name, sku, article, service, plan, description");
        add(Field.PRODUCT, "商品, 商品名称, 产品, 产品名称, 货品, 品名, 服务, 项目, 宝贝标题, 商品标题");
        add(Field.REFUND_OF, "refund of, refunded order, original order, 原订单号, 退款订单");
        add(Field.NOTE, "note, notes, remark, remarks, comment, comments, memo, 备注, 说明");

        add(Field.ANSWER_ID, "answer id, response id, submission id, id, 答卷编号, 答卷号, 编号, 序号");
        add(Field.SURVEY, "survey, survey type, type, metric, 问卷, 调查, 类型, 指标");
        add(Field.EXPECTED, "expected, expectation, expected score, 期望, 期望分, 预期");
        add(Field.SCORE, "score, rating, nps, csat, ces, nps score, answer, value, stars, 分数, 评分, 得分, 打分, 星级");
        add(
                Field.ANSWERED_ON,
                "answered on, answered at, date, day, response date, submitted at, submitted on, created at");
        add(Field.ANSWERED_ON, "timestamp, time, 日期, 时间, 回答时间, 答题时间, 提交时间, 填写时间, 评价时间");
        add(
                Field.COMMENT,
                "comment, comments, feedback, reason, text, note, notes, verbatim, 评论, 评价, 意见, 反馈, 建议, 备注, 原因");

        add(Field.TASK_ID, "task id, id, 任务编号, 编号");
        add(Field.TITLE, "title, task, task name, task title, subject, to do, todo, what, 标题, 任务, 待办, 事项, 主题, 任务名称");
        add(Field.DUE_ON, "due on, due, due date, deadline, date, day, 截止日期, 到期日, 到期日期, 截止时间, 日期");
        add(Field.DUE_TIME, "due time, time, 时间");
        add(Field.DONE_AT, "done at, completed at, completed on, completion date, finished at, 完成时间, 完成日期");

        add(Field.INTERACTION_ID, "interaction id, activity id, message id, id, 编号, 记录编号");
        add(Field.KIND, "kind, type, channel, activity, activity type, medium, 类型, 方式, 渠道, 沟通方式, 联系方式, 跟进方式");
        add(Field.DIRECTION, "direction, in out, inbound outbound, 方向, 呼入呼出");
        add(
                Field.OCCURRED_AT,
                "occurred at, date, day, time, datetime, timestamp, when, happened at, created at, sent at, start");
        add(Field.OCCURRED_AT, "日期, 时间, 发生时间, 联系时间, 沟通时间, 跟进时间, 拜访时间");
        add(Field.SUBJECT, "subject, title, topic, headline, 主题, 标题, 事项");
        add(
                Field.BODY,
                "body, note, notes, text, content, message, description, details, comment, summary, 内容, 正文, 备注, 记录, 详情, 沟通内容, 跟进内容");
        add(Field.PURPOSE, "purpose, goal, 目的");
        add(Field.OUTCOME, "outcome, result, 结果");

        add(
                Field.EXTERNAL_ID,
                "external id, customer id, customer no, customer number, customer code, client id, user id, member id");
        add(
                Field.EXTERNAL_ID,
                "account id, contact id, id, cust id, 客户编号, 客户号, 客户id, 会员号, 会员编号, 用户id, 用户编号, 会员id, 买家id, 编号");
        add(Field.EXTERNAL_ID, "record id, 客户编码, 会员卡号, associated contact ids, associated contact id");
        add(
                Field.EMAIL,
                "email, e mail, mail, email address, e mail address, customer email, 邮箱, 电子邮件, 电子邮箱, 邮件, 邮箱地址");
        add(
                Field.PHONE,
                "phone, phone number, telephone, tel, mobile, mobile phone, cell, cell phone, customer phone, whatsapp");
        add(
                Field.PHONE,
                "mobile phone number, mobile number, default address phone, 买家手机号, 买家手机, 客户手机号, 收货人手机号, 收货人电话");
        add(Field.PHONE, "手机, 手机号, 手机号码, 电话, 电话号码, 联系电话, 收货人手机, 联系手机");
        add(
                Field.NAME,
                "name, full name, customer, customer name, client, client name, contact, contact name, display name, buyer, buyer name");
        add(Field.NAME, "姓名, 名字, 名称, 客户, 客户姓名, 客户名称, 联系人, 会员姓名, 收货人, 收货人姓名, 买家, 称呼");
        add(Field.NAME, "买家姓名, 买家昵称, 客户昵称, 会员名称, 收货人/提货人");
        add(Field.FIRST_NAME, "first name, given name, forename, first, 名");
        add(Field.MIDDLE_NAME, "middle name, middle, additional name, second name, 中间名");
        add(Field.NAME_PREFIX, "name prefix, honorific prefix, salutation, 尊称");
        add(Field.LAST_NAME, "last name, family name, surname, last, 姓, 姓氏");
        add(
                Field.COMPANY,
                "company, company name, organization, organisation, business, employer, 公司, 公司名称, 单位, 企业, 机构");
        add(Field.COMPANY, "associated company, default address company, organization name, organization 1 name");
        add(Field.ROLE, "organization title, organization 1 title");
        add(Field.ROLE, "role, job title, position, job, function, title, 职位, 职务, 岗位");
        add(
                Field.SOURCE,
                "source, lead source, source channel, channel, acquisition channel, utm source, 来源, 渠道, 客户来源, 来源渠道");
        add(Field.STAGE, "stage, lifecycle stage, status, lifecycle, 阶段, 状态, 客户阶段, 生命周期");
        add(Field.SOURCE, "original source, original traffic source, 客户渠道");
        add(Field.LANGUAGE, "language, lang, locale, 语言");
        add(Field.COUNTRY, "country, country code, 国家, 国家地区");
        add(Field.CITY, "city, town, 城市, 市");
        add(Field.ADDRESS, "address, street, street address, postal address, 地址, 收货地址, 联系地址, 详细地址");
        add(Field.COUNTRY, "country region, default address country code, default address country, address 1 country");
        add(Field.CITY, "default address city, address 1 city");
        add(Field.ADDRESS, "address1, default address address1, address 1 street, 收货详细地址");
        add(Field.WEBSITE, "website url, website 1 value");
        add(Field.WEBSITE, "website, web, url, homepage, site, 网站, 网址, 主页");
        add(Field.BIRTHDAY, "birthday, birth date, date of birth, dob, birthdate, 生日, 出生日期");
        add(
                Field.ACQUIRED_ON,
                "acquired on, customer since, since, signup date, sign up date, registered, registered at, registered on");
        add(
                Field.ACQUIRED_ON,
                "registration date, joined, join date, created at, created, created on, date added, 注册时间, 注册日期, 加入时间, 创建时间, 成为客户日期, 添加时间");
        add(Field.ACQUIRED_ON, "create date, 成为客户时间, 成为会员时间");
        add(Field.TAGS, "group membership, 会员等级, 客户标签, 会员标签");
        add(Field.TAGS, "tags, tag, labels, label, groups, categories, 标签, 分组, 分类");
        add(Field.NEEDS, "needs, need, requirements, interests, 需求, 兴趣");
        add(Field.ABOUT, "about, note, notes, remark, remarks, comment, comments, memo, description, bio, 备注, 说明, 简介");
    }

    private HeaderNames() {}

    private static void add(Field field, String names) {
        Set<String> keys = Arrays.stream(names.split(",")).map(HeaderNames::key).collect(Collectors.toSet());
        NAMES.merge(field, keys, (some, more) -> {
            some.addAll(more);
            return some;
        });
    }

    /** Upper and lower case, blanks, underscores and signs make no difference. */
    static String key(String header) {
        var key = new StringBuilder();
        header.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    static boolean knows(String header) {
        String key = key(header);
        return CONTACT.matcher(key).matches() || Arrays.stream(Field.values()).anyMatch(it -> names(it, key));
    }

    /** The field that a header names in a file of the kind; the kind's own fields go first. */
    static Optional<Field> field(ImportKind kind, String header) {
        String key = key(header);
        Matcher contact = CONTACT.matcher(key);
        if (contact.matches()) {
            return Optional.of(contact.group(1).equals("email") ? Field.EMAIL : Field.PHONE);
        }
        // "Create Date (GMT+8)"
        String bare = key(header.replaceFirst("[(（].*[)）]\\s*$", ""));
        return Field.of(kind).stream()
                .filter(it -> names(it, key))
                .findFirst()
                .or(() -> Field.of(kind).stream().filter(it -> names(it, bare)).findFirst());
    }

    private static boolean names(Field field, String key) {
        return key.equals(key(field.code()))
                || NAMES.getOrDefault(field, Set.of()).contains(key);
    }
}
