package dev.rapport.exchange.source;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words by which people and programs name our fixed choices, in English and Chinese. */
final class Words {
    private static final Map<String, String> STAGES = new HashMap<>();
    private static final Map<String, String> CONTACTS = new HashMap<>();
    private static final Map<String, String> DIRECTIONS = new HashMap<>();
    private static final Map<String, String> SURVEYS = new HashMap<>();

    private static final Map<String, String> PEOPLE = new HashMap<>();
    private static final Map<String, String> FLAGS = new HashMap<>();

    static {
        add(STAGES, "AWARENESS", "awareness, aware, subscriber, visitor, other, 认知, 了解");
        add(
                STAGES,
                "CONSIDERATION",
                "consideration, lead, marketing qualified lead, sales qualified lead, mql, sql, prospect, opportunity, 考虑, 潜在客户, 潜在, 意向, 意向客户, 线索");
        add(STAGES, "PURCHASE", "purchase, customer, client, active, 购买, 客户, 成交, 已成交, 成交客户");
        add(STAGES, "RETENTION", "retention, repeat, returning, regular, 留存, 复购, 老客户");
        add(STAGES, "LOYALTY", "loyalty, loyal, vip, advocate, evangelist, 忠诚, 忠诚客户");
        add(STAGES, "LOST", "lost, churned, former, inactive, cancelled, canceled, 流失, 已流失, 流失客户");

        add(PEOPLE, "PERSON", "person, individual, contact, b2c, 个人, 个人客户");
        add(PEOPLE, "COMPANY", "company, business, organization, organisation, b2b, 公司, 企业, 企业客户, 机构");
        add(FLAGS, "true", "true, yes, y, 1, on, 是, 真");
        add(FLAGS, "false", "false, no, n, 0, off, 否, 假");

        add(CONTACTS, "CALL", "call, phone, phone call, telephone, tel, 电话, 通话, 致电, 来电");
        add(CONTACTS, "MAIL", "mail, email, e mail, letter, 邮件, 电子邮件, 信件");
        add(CONTACTS, "MEETING", "meeting, visit, appointment, demo, 会议, 拜访, 见面, 面谈, 会面");
        add(CONTACTS, "CHAT", "chat, sms, message, whatsapp, wechat, im, 微信, 聊天, 短信, 在线客服");
        add(
                CONTACTS,
                "SOCIAL",
                "social, social media, twitter, linkedin, facebook, instagram, weibo, 社交, 社交媒体, 微博, 小红书, 抖音");
        add(CONTACTS, "EVENT", "event, fair, trade fair, webinar, conference, 活动, 展会, 会展, 沙龙");
        add(CONTACTS, "NOTE", "note, memo, other, 备注, 笔记, 记录, 其他, 其它");

        add(DIRECTIONS, "IN", "in, inbound, incoming, received, 呼入, 来电, 收到, 接收, 进");
        add(DIRECTIONS, "OUT", "out, outbound, outgoing, sent, 呼出, 去电, 发出, 发送, 出");
        add(DIRECTIONS, "NONE", "none, na, 无");

        add(SURVEYS, "NPS", "nps, net promoter score, 净推荐值");
        add(SURVEYS, "CSAT", "csat, customer satisfaction, satisfaction, 满意度");
        add(SURVEYS, "CES", "ces, customer effort score, effort, 费力度");
    }

    private Words() {}

    private static void add(Map<String, String> words, String code, String names) {
        for (String name : names.split(",")) {
            words.put(HeaderNames.key(name), code);
        }
    }

    static Optional<String> code(FieldType type, String text) {
        Map<String, String> words =
                switch (type) {
                    case STAGE -> STAGES;
                    case CONTACT -> CONTACTS;
                    case DIRECTION -> DIRECTIONS;
                    case SURVEY -> SURVEYS;
                    case PERSON -> PEOPLE;
                    case FLAG -> FLAGS;
                    default -> Map.of();
                };
        return Optional.ofNullable(words.get(HeaderNames.key(text)));
    }

    static Set<String> contacts() {
        return CONTACTS.keySet();
    }
}
