package io.tarn.scheduler.export;

import io.quarkus.logging.Log;
import io.tarn.scheduler.destination.DeliveryPlaces;
import io.tarn.scheduler.destination.DeliveryTarget;
import io.tarn.scheduler.destination.DeliveryTargets;
import io.tarn.scheduler.destination.DestinationException;
import io.tarn.scheduler.destination.S3Fault;
import io.tarn.scheduler.export.Export.Folder;
import io.tarn.scheduler.run.RunFault;
import jakarta.enterprise.context.ApplicationScoped;

/// Removes what an export has written that comes to nothing.
@ApplicationScoped
public class ExportCleaning {
  private final DeliveryTargets targets;
  private final DeliveryPlaces places;

  public ExportCleaning(DeliveryTargets targets, DeliveryPlaces places) {
    this.targets = targets;
    this.places = places;
  }

  /// @return whether the folder is free for another export: nothing that was recorded is left
  boolean clean(Export export) {
    var folder = export.folder();
    if (folder == null) {
      return true;
    }
    var destination = export.request().destination();
    var tenant = export.tenant();
    try (var target = targets.open(tenant, destination, places.placeOf(tenant))) {
      clean(export, folder, target);
      return true;
    } catch (S3Fault.NoBucket _) {
      return true;
    } catch (S3Fault | RunFault | DestinationException fault) {
      Log.infof("tenant %s: export %s leaves files: %s", tenant, export.id(), fault.getMessage());
      return export.files().isEmpty();
    }
  }

  /// One file more than is recorded: it may have become whole just before.
  private static void clean(Export export, Folder folder, DeliveryTarget target) {
    target.abortAll(folder.key());
    for (int number = 1; number <= export.files().size() + 1; number++) {
      target.delete(folder.key() + export.request().format().fileName(number));
    }
    if (export.progress().hasAllRows()) {
      target.delete(folder.key() + ExportDelivery.STATEMENT_FILE);
      target.delete(folder.key() + ExportDelivery.SIGN_FILE);
    }
  }
}
