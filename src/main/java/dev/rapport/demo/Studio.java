package dev.rapport.demo;

import dev.rapport.account.NewBusiness;
import dev.rapport.account.SetUp;
import dev.rapport.customer.ConsentEntry;
import dev.rapport.customer.ConsentService;
import dev.rapport.customer.CustomerService;
import dev.rapport.customer.LifecycleStage;
import dev.rapport.demo.Facts.Story;
import dev.rapport.demo.Sales.Sale;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.task.Plan;
import dev.rapport.task.TaskService;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A leather studio in Milan that sells bags and workshops: two years of it, ending today. */
@Component
@Profile("demo")
class Studio {
    /** A little over two years, so that a year ago there is a year before to compare with. */
    private static final int DAYS = 850;

    private static final String NEWSLETTER =
            "Yes, send me news of new bags and workshops, about once a month. I can stop it at any time.";

    private final SetUp setUp;
    private final BusinessSettings business;
    private final Shelf shelf;
    private final Facts facts;
    private final Deeds deeds;
    private final CustomerService customers;
    private final ConsentService consents;
    private final TaskService tasks;
    private final Notebook notebook;
    private final Aims aims;
    private final EntityManager entities;

    Studio(
            SetUp setUp,
            BusinessSettings business,
            Shelf shelf,
            Facts facts,
            Deeds deeds,
            CustomerService customers,
            ConsentService consents,
            TaskService tasks,
            Notebook notebook,
            Aims aims,
            EntityManager entities) {
        this.setUp = setUp;
        this.business = business;
        this.shelf = shelf;
        this.facts = facts;
        this.deeds = deeds;
        this.customers = customers;
        this.consents = consents;
        this.tasks = tasks;
        this.notebook = notebook;
        this.aims = aims;
        this.entities = entities;
    }

    /** All or nothing. */
    @Transactional
    public void open(String email, String password) {
        setUp.run(new NewBusiness(
                email,
                password,
                "Bottega Lume",
                Locale.ENGLISH,
                "IT",
                Currency.getInstance("EUR"),
                ZoneId.of("Europe/Rome"),
                new BigDecimal("62"),
                BigDecimal.TEN));
        Chance chance = new Chance("people");
        LocalDate today = business.today();
        LocalDate first = today.minusDays(DAYS);
        Sales sales = new Sales(new Chance("sales"), shelf.fill(new Chance("rates"), first, today), today);
        Talks talks = new Talks(new Chance("talks"), today, business.zone());
        Opinions opinions = new Opinions(new Chance("opinions"), today);
        List<Story> stories = new ArrayList<>();
        for (Person person : Person.all(chance)) {
            LocalDate since = first.plusDays(chance.between(0, person.habit() == Habit.LEAD ? DAYS - 3 : DAYS - 30));
            List<Sale> bought = sales.of(person, since);
            long id = welcome(chance, person, since, bought, today);
            stories.add(new Story(id, bought, talks.of(person, since, bought), opinions.of(person, bought)));
        }
        facts.store(stories);
        plan(chance, stories, today);
        notebook.fill(first, today);
        aims.fill(today, stories);
        deeds.happen(stories);
    }

    private long welcome(Chance chance, Person person, LocalDate since, List<Sale> bought, LocalDate today) {
        long id = customers
                .register(person.profile(chance, since), person.contacts(chance), LifecycleStage.AWARENESS)
                .id();
        List<LocalDate> days = bought.stream()
                .filter(sale -> sale.refunded() < 0)
                .map(Sale::day)
                .distinct()
                .toList();
        LocalDate thinking = since.plusDays(chance.between(1, 6));
        if (days.isEmpty() ? chance.in(0.6) : thinking.isBefore(days.get(0))) {
            move(id, LifecycleStage.CONSIDERATION, thinking, today);
        }
        reach(id, LifecycleStage.PURCHASE, days, 1, today);
        reach(id, LifecycleStage.RETENTION, days, 3, today);
        reach(id, LifecycleStage.LOYALTY, days, 7, today);
        if (!days.isEmpty() && days.get(days.size() - 1).isBefore(today.minusDays(280)) && chance.in(0.35)) {
            move(id, LifecycleStage.LOST, days.get(days.size() - 1).plusDays(240), today);
        }
        agree(chance, id, since, today);
        entities.flush();
        entities.clear();
        return id;
    }

    private void reach(long id, LifecycleStage stage, List<LocalDate> days, int purchases, LocalDate today) {
        if (days.size() >= purchases) {
            move(id, stage, days.get(purchases - 1), today);
        }
    }

    private void move(long id, LifecycleStage stage, LocalDate day, LocalDate today) {
        if (!day.isAfter(today)) {
            customers.moveTo(id, stage, day);
        }
    }

    private void agree(Chance chance, long id, LocalDate since, LocalDate today) {
        if (chance.in(0.62)) {
            String how = chance.of(List.of("Form on the website", "Ticked the box at checkout", "Asked at the fair"));
            consents.record(id, new ConsentEntry("Newsletter", true, since, how, NEWSLETTER));
            LocalDate later = since.plusDays(chance.between(90, 400));
            if (chance.in(0.07) && !later.isAfter(today)) {
                consents.record(id, new ConsentEntry("Newsletter", false, later, "Link in the newsletter"));
            }
        }
    }

    private void plan(Chance chance, List<Story> stories, LocalDate today) {
        List<Story> buyers =
                stories.stream().filter(story -> story.sales().size() > 2).toList();
        for (List<String> line : Lines.of("tasks")) {
            LocalTime time = line.get(1).isEmpty() ? null : LocalTime.parse(line.get(1));
            Plan plan = new Plan(line.get(3), today.plusDays(Integer.parseInt(line.get(0))), time);
            tasks.plan(plan, line.get(2).equals("yes") ? chance.of(buyers).customerId() : null);
        }
    }
}
