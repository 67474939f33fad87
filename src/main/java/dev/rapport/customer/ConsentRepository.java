package dev.rapport.customer;

import org.springframework.data.repository.Repository;

interface ConsentRepository extends Repository<Consent, Long> {
    Consent save(Consent consent);
}
