package dev.rapport.history.web;

import dev.rapport.customer.CustomerDetails;
import dev.rapport.customer.CustomerHistory;
import dev.rapport.history.web.Document.Fact;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Formats;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a customer allowed, when, by which act and in which words, and when they took it back: to print or to hand over. */
@Component
class ConsentProof {
    private final CustomerHistory history;
    private final BusinessSettings business;
    private final MessageSource messages;
    private final Clock clock;

    ConsentProof(CustomerHistory history, BusinessSettings business, MessageSource messages, Clock clock) {
        this.history = history;
        this.business = business;
        this.messages = messages;
        this.clock = clock;
    }

    byte[] of(CustomerDetails customer, Locale locale) {
        Formats formats = new Formats(locale, business, messages);
        FieldTexts texts = new FieldTexts(messages, locale, formats);
        Document page = new Document(
                locale,
                texts.say("history.proof.title", customer.name()),
                texts.say("history.data.introduction", business.name(), formats.moment(clock.instant())));
        List<Fact> who = new ArrayList<>();
        customer.contacts()
                .emails()
                .forEach(email -> who.add(new Fact(texts.say("history.contact_point.value.EMAIL"), email)));
        customer.contacts()
                .phones()
                .forEach(phone -> who.add(new Fact(texts.say("history.contact_point.value.PHONE"), phone)));
        page.facts(who);
        List<CustomerHistory.Proof> proofs = history.proofs(customer.id());
        proofs.forEach(proof -> page.heading(
                        texts.say(proof.given() ? "history.proof.given" : "history.proof.withdrawn", proof.purpose()))
                .facts(facts(proof, texts, formats)));
        if (proofs.isEmpty()) {
            page.paragraph(texts.say("history.proof.none"));
        }
        return page.bytes();
    }

    private static List<Fact> facts(CustomerHistory.Proof proof, FieldTexts texts, Formats formats) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.say("history.consent.happened_on"), formats.date(proof.happenedOn())));
        facts.add(new Fact(texts.say("history.consent.how"), proof.how()));
        if (proof.wording() != null) {
            facts.add(new Fact(texts.say("history.consent.wording"), proof.wording()));
        }
        if (proof.withdrawnOn() != null) {
            facts.add(new Fact(texts.say("history.proof.withdrawnOn"), formats.date(proof.withdrawnOn())));
        }
        facts.add(new Fact(texts.say("history.proof.recorded"), formats.moment(proof.createdAt())));
        return facts;
    }
}
