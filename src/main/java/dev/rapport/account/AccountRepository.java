package dev.rapport.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface AccountRepository extends JpaRepository<Account, Long> {
    @Query("select a from Account a where lower(a.email) = lower(:email) and a.removedAt is null")
    Optional<Account> findByEmail(String email);

    @Query("select a from Account a where a.role = OWNER")
    Optional<Account> findOwner();
}
