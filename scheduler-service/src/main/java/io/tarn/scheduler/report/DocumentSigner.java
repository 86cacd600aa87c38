package io.tarn.scheduler.report;

import io.tarn.common.proof.DocumentFile;
import io.tarn.common.proof.DocumentStatement;
import io.tarn.common.proof.InTotoStatement;
import io.tarn.common.proof.ResultStatement.Requester;
import io.tarn.common.proof.ResultStatement.Tenant;
import io.tarn.common.proof.SignFile;
import io.tarn.scheduler.signing.ResultSigner;
import io.tarn.service.gate.Grant;
import io.tarn.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Signs documents of a month: their forms stand in one zip with the statement and the sign file
/// that exports have, and are verified as exports are.
@ApplicationScoped
public class DocumentSigner {
  private final ResultSigner signer;
  private final Clock clock;

  public DocumentSigner(ResultSigner signer, Clock clock) {
    this.signer = signer;
    this.clock = clock;
  }

  /// A form of a document.
  ///
  /// @param name of its file
  @SuppressWarnings("ArrayRecordComponent") // handed on once, and never compared
  public record Form(String name, byte[] content) {
    /// The form that is written.
    public static Form of(String name, Content content) {
      var out = new ByteArrayOutputStream();
      try {
        content.writeTo(out);
      } catch (IOException failure) {
        throw new UncheckedIOException("a document cannot be written", failure);
      }
      return new Form(name, out.toByteArray());
    }
  }

  /// What writes a form.
  @FunctionalInterface
  public interface Content {
    void writeTo(ByteArrayOutputStream out) throws IOException;
  }

  /// A document.
  ///
  /// @param kind what it is: `change-report`, `chargeback-statement`
  /// @param state whether it may still change: `final`, `provisional`, `closed`
  /// @param forms in their order
  public record Document(String kind, YearMonth month, String state, List<Form> forms) {
    public Document {
      forms = List.copyOf(forms);
    }
  }

  /// The bytes of the zip, signed now, for whoever asks.
  ///
  /// @param grant of the tenant and of whoever asks
  public byte[] zip(Document document, Grant grant) {
    var files =
        document.forms().stream()
            .map(form -> DocumentFile.of(form.name(), form.content()))
            .toList();
    var now = clock.instant();
    var statement =
        new DocumentStatement(
            files,
            tenantOf(grant),
            document.kind(),
            document.month(),
            document.state(),
            new Requester(
                grant.actor().issuer(),
                grant.actor().subject(),
                grant.actor().name(),
                grant.role().wireName()),
            signer.region(),
            now);
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var form : document.forms()) {
        add(zip, form.name(), form.content());
      }
      add(zip, InTotoStatement.FILE_NAME, signer.sign(statement).file());
      add(zip, SignFile.NAME, signer.signFile(files, now));
    } catch (IOException failure) {
      throw new UncheckedIOException("a document cannot be written", failure);
    }
    return out.toByteArray();
  }

  private static Tenant tenantOf(Grant grant) {
    var tenant = grant.tenant();
    if (tenant == null) {
      throw ProblemException.notFound();
    }
    return new Tenant(tenant.id().value(), tenant.slug());
  }

  private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
