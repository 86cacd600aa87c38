package io.tarn.scheduler.export;

import io.tarn.scheduler.destination.DeliveryPlaces;
import io.tarn.scheduler.destination.DeliveryTargets;
import io.tarn.scheduler.destination.DestinationException;
import io.tarn.scheduler.destination.S3Fault;
import io.tarn.scheduler.export.ExportDelivery.Job;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.NoSuchElementException;
import java.util.UUID;

/// Delivers a finished execution: from its rows to the sign file. What ends a delivery for good is
/// told as [ExportFault].
@ApplicationScoped
public class ExportWork {
  private final ExportSource source;
  private final DeliveryPlaces places;
  private final DeliveryTargets targets;
  private final ExportDelivery delivery;
  private final ExportLog log;

  public ExportWork(
      ExportSource source,
      DeliveryPlaces places,
      DeliveryTargets targets,
      ExportDelivery delivery,
      ExportLog log) {
    this.source = source;
    this.places = places;
    this.targets = targets;
    this.delivery = delivery;
    this.log = log;
  }

  /// Writes what is missing of an export.
  ///
  /// @return SHA-256 of its statement
  /// @throws S3Fault.Passing if the bucket may do better later
  String deliver(Export export, UUID execution, OwnersGrant grant) {
    var described = source.describe(export.tenant(), grant.now(), execution);
    var place = places.placeOf(export.tenant());
    try (var target = targets.open(export.tenant(), export.request().destination(), place)) {
      var base =
          ExportFolders.of(
              target.prefix(), place.homeAccount(), execution, described.submittedAt());
      var folder =
          export.folder() == null ? log.takeFolder(export, target.bucket(), base) : export.folder();
      var job = new Job(described, place.slug(), target, folder.key());
      return sign(writeFiles(With.folder(export, folder), job, grant), job);
    } catch (S3Fault.Forbidden forbidden) {
      throw fault(forbidden, "destination-refused", DeliveryStatus.FAILED);
    } catch (DestinationException.NotFound _) {
      throw ExportFault.of(
          "destination-gone",
          DeliveryStatus.RESOURCE_NOT_FOUND,
          "There is no such destination any more.");
    }
  }

  private Export writeFiles(Export export, Job job, OwnersGrant grant) {
    if (export.progress().hasAllRows()) {
      return export;
    }
    var heartbeat = log.heartbeat(export);
    try {
      job.target().abortAll(job.folder());
      var rows =
          new ResultRows(
              export.progress().next(),
              cursor -> {
                heartbeat.beat();
                return source.page(export.tenant(), grant.now(), job.execution().id(), cursor);
              });
      return delivery.writeFiles(export, job, rows, heartbeat);
    } catch (S3Fault.Denied denied) {
      throw denied(denied, "access-denied", DeliveryStatus.ACCESS_DENIED);
    } catch (S3Fault.NoBucket | S3Fault.NoObject gone) {
      throw fault(gone, "bucket-not-found", DeliveryStatus.RESOURCE_NOT_FOUND);
    } catch (S3Fault.Refused refused) {
      throw fault(refused, "delivery-refused", DeliveryStatus.FAILED);
    } catch (NoSuchElementException _) {
      throw ExportFault.of(
          "result-differs", DeliveryStatus.FAILED, "The result has fewer rows than it had.");
    }
  }

  private String sign(Export export, Job job) {
    try {
      return delivery.sign(export, job, log.heartbeat(export));
    } catch (S3Fault.Denied denied) {
      throw denied(denied, "access-denied", DeliveryStatus.ACCESS_DENIED_SIGNING_FILE);
    } catch (S3Fault.NoBucket | S3Fault.NoObject | S3Fault.Refused refused) {
      throw fault(refused, "sign-file-refused", DeliveryStatus.FAILED_SIGNING_FILE);
    }
  }

  private static ExportFault fault(S3Fault fault, String reason, DeliveryStatus delivery) {
    return ExportFault.of(reason, delivery, String.valueOf(fault.getMessage()));
  }

  private static ExportFault denied(S3Fault.Denied fault, String reason, DeliveryStatus delivery) {
    var problem = new HashMap<>(ExportFault.problem(reason, String.valueOf(fault.getMessage())));
    problem.put("missingPermission", fault.permission());
    return new ExportFault(reason, delivery, problem);
  }
}
