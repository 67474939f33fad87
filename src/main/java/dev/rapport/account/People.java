package dev.rapport.account;

import dev.rapport.account.OneTimeLinks.Purpose;
import dev.rapport.platform.Actor;
import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Via;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who works along: invited by a link, removed at a click. */
@Service
@Transactional
public class People {
    private static final Duration INVITATION_VALID = Duration.ofDays(7);
    private final AccountRepository accounts;
    private final OneTimeLinks links;
    private final Passwords passwords;
    private final Sessions sessions;
    private final JdbcClient jdbc;
    private final AccessLog access;
    private final Clock clock;

    /** A person of the business, as the list shows them. */
    public record Person(long id, String name, String email, Role role, Instant createdAt) {
        public boolean isHelper() {
            return role == Role.HELPER;
        }
    }

    /** An invitation that nobody has taken up yet. {@code note}: whom it is for, in the owner's words. */
    public record Invitation(long id, @Nullable String note, Instant expiresAt) {}

    /** What an invited person tells of themselves. */
    public record Newcomer(String email, String name, String password, Locale language) {}

    People(
            AccountRepository accounts,
            OneTimeLinks links,
            Passwords passwords,
            Sessions sessions,
            JdbcClient jdbc,
            AccessLog access,
            Clock clock) {
        this.accounts = accounts;
        this.links = links;
        this.passwords = passwords;
        this.sessions = sessions;
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Person> all() {
        return jdbc.sql("""
                        SELECT id, coalesce(nullif(name, ''), email) AS name, email, role, created_at FROM account
                        WHERE removed_at IS NULL ORDER BY role DESC, id""").query(Person.class).list();
    }

    @Transactional(readOnly = true)
    public Person helper(long id) {
        return all().stream()
                .filter(person -> person.id() == id && person.isHelper())
                .findFirst()
                .orElseThrow(() -> new NotFound("helper", id));
    }

    @Transactional(readOnly = true)
    public List<Invitation> invitations() {
        return links.invitations().stream()
                .map(open -> new Invitation(open.id(), open.email(), open.expiresAt()))
                .toList();
    }

    /** @return the secret of the link to hand over */
    public String invite(@Nullable String note) {
        return links.make(Purpose.INVITATION, null, note, INVITATION_VALID);
    }

    public void withdraw(long invitationId) {
        links.withdraw(invitationId);
    }

    @Transactional(readOnly = true)
    public boolean isInvited(String secret) {
        return links.isValid(Purpose.INVITATION, secret);
    }

    /**
     * @return the id of the new helper
     * @throws NotFound when the link is no longer valid
     */
    public long join(String secret, Newcomer newcomer) {
        links.use(Purpose.INVITATION, secret);
        passwords.check("password", newcomer.password(), newcomer.email());
        if (accounts.findByEmail(newcomer.email()).isPresent()) {
            throw new Refused("email", "account.email.taken");
        }
        Account helper = new Account(
                newcomer.email(),
                newcomer.name(),
                passwords.hash(newcomer.password()),
                Role.HELPER,
                newcomer.language(),
                clock.instant());
        long id = accounts.save(helper).id();
        return CurrentActor.actingAs(new Actor(id, false, Via.PAGE), () -> {
            access.account(helper, Action.CREATED);
            return id;
        });
    }

    /** What they did stays, under their name; their sessions end. */
    public void remove(long helperId) {
        Account helper = accounts.findById(helperId)
                .filter(account -> account.isHelper() && !account.isRemoved())
                .orElseThrow(() -> new NotFound("helper", helperId));
        helper.remove(clock.instant());
        access.account(helper, Action.DELETED);
        sessions.end(helperId, null);
    }
}
