package dev.rapport.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. */
@Entity
class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private String email;
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String language;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "removed_at")
    private @Nullable Instant removedAt;

    Account(String email, String name, String passwordHash, Role role, Locale language, Instant createdAt) {
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
        this.role = role;
        this.language = language.toLanguageTag();
        this.createdAt = createdAt;
    }

    @SuppressWarnings({"NullAway", "unused"})
    protected Account() {}

    long id() {
        return id;
    }

    SignedInAccount asSignedIn() {
        return new SignedInAccount(id, email, name.isBlank() ? email : name, role, language);
    }

    String email() {
        return email;
    }

    String passwordHash() {
        return passwordHash;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void present(String name, Locale language) {
        this.name = name;
        this.language = language.toLanguageTag();
    }

    /** Its name stays in the history; its e-mail address is free again. */
    void remove(Instant now) {
        if (role == Role.OWNER) {
            throw new IllegalStateException("the owner stays");
        }
        removedAt = now;
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    boolean isHelper() {
        return role == Role.HELPER;
    }
}
