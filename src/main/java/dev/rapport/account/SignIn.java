package dev.rapport.account;

import dev.rapport.account.Throttle.Subject;
import dev.rapport.platform.Refused;
import dev.rapport.platform.Typed;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Checks who somebody is by e-mail address and password. */
@Service
public class SignIn {
    private static final Duration LONG = Duration.ofMinutes(15);
    private static final Duration SHORT = Duration.ofSeconds(30);
    private static final int LONG_WAIT = 90;
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final Guesses guesses;

    SignIn(AccountRepository accounts, Passwords passwords, Guesses guesses) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.guesses = guesses;
    }

    /**
     * @param address network address of the sender
     * @throws Refused without saying whether the e-mail address or the password was wrong
     * @throws TooManyTries for known and unknown e-mail addresses alike
     */
    public SignedInAccount check(String email, String password, String address) {
        String who = email.strip().toLowerCase(Locale.ROOT);
        String from = NetworkAddress.of(address);
        Subject pair = new Subject("pair", who + " " + from, 5, LONG);
        // From anywhere: short, or a stranger could keep the owner out by guessing on and on.
        Subject person = new Subject("person", who, 20, SHORT);
        guesses.count(List.of(new Subject("address", from, 30, LONG), pair, person));
        Optional<Account> account = Typed.isStorable(who) ? accounts.findByEmail(who) : Optional.empty();
        if (!passwords.matches(password, account.map(Account::passwordHash).orElse(null))) {
            throw new Refused(null, "account.sign-in.wrong");
        }
        guesses.forget(List.of(pair, person));
        return account.orElseThrow().asSignedIn();
    }

    /** Asks somebody who is signed in for the password again, before what could hand the business to others. */
    public void confirm(long accountId, String field, String password) {
        Subject again = new Subject("again", Long.toString(accountId), 5, LONG);
        guesses.count(List.of(again));
        String hash = accounts.findById(accountId).map(Account::passwordHash).orElse(null);
        if (!passwords.matches(password, hash)) {
            throw new Refused(field, "account.password.wrong");
        }
        guesses.forget(List.of(again));
    }

    /** The same for forms of other modules: too many tries break a rule of the field too. */
    public void require(long accountId, String field, String password) {
        try {
            confirm(accountId, field, password);
        } catch (TooManyTries e) {
            throw e.seconds() > LONG_WAIT
                    ? new Refused(field, "account.wait.minutes", (e.seconds() + 59) / 60)
                    : new Refused(field, "account.wait", e.seconds());
        }
    }
}
