package dev.rapport.account;

import dev.rapport.account.OneTimeLinks.Purpose;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.NotFound;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change about their own account. */
@Service
@Transactional
public class AccountService {
    private static final Duration RESET_VALID = Duration.ofHours(1);
    private final AccountRepository accounts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Sessions sessions;
    private final OneTimeLinks links;
    private final AccessLog access;

    AccountService(
            AccountRepository accounts,
            Passwords passwords,
            SignIn signIn,
            Sessions sessions,
            OneTimeLinks links,
            AccessLog access) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.signIn = signIn;
        this.sessions = sessions;
        this.links = links;
        this.access = access;
    }

    public void present(long accountId, String name, Locale language) {
        account(accountId).present(name, language);
    }

    /** @param session the one that asks for it; all others end */
    public void changePassword(long accountId, String old, String wanted, @Nullable String session) {
        signIn.confirm(accountId, "old", old);
        Account account = account(accountId);
        passwords.check("password", wanted, account.email());
        account.changePassword(passwords.hash(wanted));
        access.account(account, Action.CHANGED);
        sessions.end(accountId, session);
    }

    /** @return the secret of a link by which the owner can set a new password, once */
    public String resetOwnersPassword() {
        return resetPassword(accounts.findOwner()
                .orElseThrow(() -> new NotFound("owner", ""))
                .id());
    }

    /** @return the secret of a link by which the account gets a new password, once */
    public String resetPassword(long accountId) {
        return links.make(Purpose.PASSWORD_RESET, account(accountId).id(), null, RESET_VALID);
    }

    @Transactional(readOnly = true)
    public boolean canReset(String secret) {
        return links.isValid(Purpose.PASSWORD_RESET, secret);
    }

    /**
     * @return the account that the link was for; all its sessions have ended
     * @throws NotFound when the link is no longer valid
     */
    public long resetPassword(String secret, String wanted) {
        long id = links.use(Purpose.PASSWORD_RESET, secret).orElseThrow(() -> new NotFound("account", secret));
        Account account = account(id);
        passwords.check("password", wanted, account.email());
        account.changePassword(passwords.hash(wanted));
        access.account(account, Action.CHANGED);
        sessions.end(id, null);
        return id;
    }

    private Account account(long id) {
        return accounts.findById(id)
                .filter(account -> !account.isRemoved())
                .orElseThrow(() -> new NotFound("account", id));
    }
}
