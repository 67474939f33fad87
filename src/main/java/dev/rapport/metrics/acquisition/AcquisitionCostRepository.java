package dev.rapport.metrics.acquisition;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AcquisitionCostRepository extends Repository<AcquisitionCost, Long> {
    AcquisitionCost saveAndFlush(AcquisitionCost cost);

    Optional<AcquisitionCost> findById(long id);

    void delete(AcquisitionCost cost);
}
