package io.tarn.catalog.provisioning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.tarn.common.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class ResultsBucketRepository implements PanacheRepositoryBase<ResultsBucketEntity, String> {

  Optional<ResultsBucketEntity> find(TenantId tenant) {
    return findByIdOptional(tenant.value());
  }

  /// The buckets of all others, which an identity of this tenant must not reach.
  List<ResultsBucketEntity> findOfOthers(TenantId tenant) {
    return list("tenantId <> ?1", tenant.value());
  }

  /// Until the end of the transaction nobody else takes a place.
  void lock() {
    getEntityManager()
        .createNativeQuery("lock table results_buckets in share row exclusive mode")
        .executeUpdate();
  }
}
