package dev.rapport.customer;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CustomerRepository extends Repository<Customer, Long> {
    Customer save(Customer customer);

    void flush();

    Optional<Customer> findById(long id);
}
