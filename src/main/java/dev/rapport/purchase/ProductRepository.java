package dev.rapport.purchase;

import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ProductRepository extends Repository<Product, Long> {
    Product saveAndFlush(Product product);

    Optional<Product> findById(long id);

    /** By name, whatever its case: the database decides what the same letter is, as its unique index does. */
    @Query("SELECT p FROM Product p WHERE lower(p.name) = lower(:name)")
    Optional<Product> findByName(String name);
}
