package io.tarn.scheduler.export;

import io.tarn.common.proof.ResultFile;
import io.tarn.scheduler.destination.DeliveryPlaces;
import io.tarn.scheduler.destination.DeliveryTarget;
import io.tarn.scheduler.destination.DeliveryTargets;
import io.tarn.scheduler.destination.DestinationException;
import io.tarn.scheduler.destination.S3Fault;
import io.tarn.scheduler.export.Export.Folder;
import io.tarn.scheduler.export.ExportException.FilesUnavailable;
import io.tarn.scheduler.export.ExportException.NotDelivered;
import io.tarn.scheduler.export.ExportException.NotFound;
import io.tarn.scheduler.run.RunFault;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Reads delivered files through this service, for those who have no key of the bucket.
@ApplicationScoped
public class ExportDownload {
  private final DeliveryTargets targets;
  private final DeliveryPlaces places;

  public ExportDownload(DeliveryTargets targets, DeliveryPlaces places) {
    this.targets = targets;
    this.places = places;
  }

  /// What is written to an answer. It throws [IOException] also where the bucket fails on the way:
  /// then the answer breaks off.
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /// One file. Its first bytes are asked for at once, so that a fault becomes a proper answer.
  ///
  /// @throws NotFound if the export has no such file
  /// @throws FilesUnavailable if the bucket does not give it
  public Content file(Export export, String name) {
    if (!names(export).contains(name)) {
      throw new NotFound();
    }
    var key = folderOf(export).key() + name;
    var target = open(export);
    try {
      var stream = target.get(key);
      return out -> {
        try (target;
            stream) {
          stream.transferTo(out);
        }
      };
    } catch (S3Fault fault) {
      target.close();
      throw new FilesUnavailable(String.valueOf(fault.getMessage()));
    }
  }

  /// All files in one zip, the sign file last. What is compressed already is not compressed again.
  public Content zip(Export export) {
    var names = names(export);
    var folder = folderOf(export).key();
    var first = file(export, names.getFirst());
    return out -> {
      try (var zip = new ZipOutputStream(out)) {
        zip.setLevel(Deflater.NO_COMPRESSION);
        zip.putNextEntry(new ZipEntry(names.getFirst()));
        first.writeTo(zip);
        zip.closeEntry();
        addAll(zip, export, folder, names.subList(1, names.size()));
      }
    };
  }

  private void addAll(ZipOutputStream zip, Export export, String folder, List<String> names)
      throws IOException {
    try (var target = open(export)) {
      for (var name : names) {
        zip.putNextEntry(new ZipEntry(name));
        try (var stream = target.get(folder + name)) {
          stream.transferTo(zip);
        }
        zip.closeEntry();
      }
    } catch (S3Fault fault) {
      throw new IOException(fault.getMessage(), fault);
    }
  }

  /// The files of an export that has succeeded, in the order in which they were written.
  ///
  /// @throws NotDelivered if it has not
  static List<String> names(Export export) {
    if (export.state() != ExportState.SUCCEEDED) {
      throw new NotDelivered(export.state());
    }
    var names = new ArrayList<>(export.files().stream().map(ResultFile::name).toList());
    names.add(ExportDelivery.STATEMENT_FILE);
    names.add(ExportDelivery.SIGN_FILE);
    return names;
  }

  private static Folder folderOf(Export export) {
    var folder = export.folder();
    if (folder == null) {
      throw new NotDelivered(export.state());
    }
    return folder;
  }

  private DeliveryTarget open(Export export) {
    var tenant = export.tenant();
    try {
      return targets.open(tenant, export.request().destination(), places.placeOf(tenant));
    } catch (DestinationException.NotFound gone) {
      throw new FilesUnavailable("There is no such destination any more.");
    } catch (S3Fault | RunFault fault) {
      throw new FilesUnavailable(String.valueOf(fault.getMessage()));
    }
  }
}
