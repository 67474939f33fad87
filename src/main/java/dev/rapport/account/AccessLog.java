package dev.rapport.account;

import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.LoggedChange.Action;
import dev.rapport.platform.Tracked;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Notes in the history who may get in: never a password or a secret, and nothing that an undo could give back. */
@Component
class AccessLog {
    private final ChangeLog log;
    private final JsonMapper json;

    AccessLog(ChangeLog log, JsonMapper json) {
        this.log = log;
        this.json = json;
    }

    @Bean
    static Tracked trackedBusiness() {
        return BusinessService.BUSINESS;
    }

    void account(Account account, Action action) {
        note("account", account.id(), action, Map.of("id", account.id(), "email", account.email()));
    }

    void token(long id, String name, Action action) {
        note("api-token", id, action, Map.of("id", id, "name", name));
    }

    private void note(String entity, long id, Action action, Map<String, Object> row) {
        String table = entity.replace('-', '_');
        log.noted(entity, id, null, action, json.writeValueAsString(Map.of(table, List.of(row))));
    }
}
