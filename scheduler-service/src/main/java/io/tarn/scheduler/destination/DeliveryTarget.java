package io.tarn.scheduler.destination;

import io.quarkus.logging.Log;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/// A bucket that files are delivered to, for one piece of work. All methods throw [S3Fault].
public final class DeliveryTarget implements AutoCloseable {
  private static final String PUT = "s3:PutObject";
  private static final String ABORT = "s3:AbortMultipartUpload";
  private static final String DELETE = "s3:DeleteObject";
  private static final String GET = "s3:GetObject";
  private static final String LIST_UPLOADS = "s3:ListBucketMultipartUploads";

  private final S3Client client;
  private final String bucket;
  private final String prefix;
  private final Runnable release;

  /// @param prefix what keys begin with; empty, or with `/` at its end
  /// @param release lets go of what belongs to the client
  DeliveryTarget(S3Client client, String bucket, String prefix, Runnable release) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
    this.release = release;
  }

  public String bucket() {
    return bucket;
  }

  public String prefix() {
    return prefix;
  }

  /// Begins an object whose parts are sent as they come about. There is no object before
  /// [UploadStream#complete].
  ///
  /// @param beforePart called before each part is sent; what it throws ends the work
  public UploadStream begin(String key, Runnable beforePart) {
    var upload =
        asked(PUT, () -> client.createMultipartUpload(made -> made.bucket(bucket).key(key)));
    return new UploadStream(this, key, upload.uploadId(), beforePart);
  }

  CompletedPart sendPart(String key, String upload, int number, byte[] bytes, int length) {
    var body =
        RequestBody.fromContentProvider(
            () -> new java.io.ByteArrayInputStream(bytes, 0, length),
            length,
            "application/octet-stream");
    var answer =
        asked(
            PUT,
            () ->
                client.uploadPart(
                    part -> part.bucket(bucket).key(key).uploadId(upload).partNumber(number),
                    body));
    return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).build();
  }

  void complete(String key, String upload, List<CompletedPart> parts) {
    var _ =
        asked(
            PUT,
            () ->
                client.completeMultipartUpload(
                    whole ->
                        whole
                            .bucket(bucket)
                            .key(key)
                            .uploadId(upload)
                            .multipartUpload(all -> all.parts(parts))));
  }

  /// Gives an upload up; one that is not there any more is given up already.
  void abort(String key, String upload) {
    try {
      var _ =
          asked(
              ABORT,
              () ->
                  client.abortMultipartUpload(
                      gone -> gone.bucket(bucket).key(key).uploadId(upload)));
    } catch (S3Fault.NoBucket | S3Fault.Passing gone) {
      Log.debugf("upload of %s is not aborted: %s", key, gone.getMessage());
    }
  }

  /// Gives all uploads up that were begun below a folder, where the identity may list them.
  public void abortAll(String folder) {
    try {
      for (var upload : uploadsBelow(folder)) {
        abort(upload.key(), upload.uploadId());
      }
    } catch (S3Fault.Denied | S3Fault.Refused unlisted) {
      Log.debugf("uploads below %s are not listed: %s", folder, unlisted.getMessage());
    }
  }

  private List<MultipartUpload> uploadsBelow(String folder) {
    return asked(
            LIST_UPLOADS,
            () -> client.listMultipartUploads(list -> list.bucket(bucket).prefix(folder)))
        .uploads()
        .stream()
        .filter(upload -> upload.key().startsWith(folder))
        .toList();
  }

  /// Writes a small object at once.
  public void put(String key, byte[] bytes, String contentType) {
    var _ =
        asked(
            PUT,
            () ->
                client.putObject(
                    put -> put.bucket(bucket).key(key).contentType(contentType),
                    RequestBody.fromBytes(bytes)));
  }

  /// The bytes of an object as they come. The caller closes the stream.
  public InputStream get(String key) {
    return asked(GET, () -> client.getObject(get -> get.bucket(bucket).key(key)));
  }

  public void delete(String key) {
    var _ = asked(DELETE, () -> client.deleteObject(gone -> gone.bucket(bucket).key(key)));
  }

  private <T> T asked(String permission, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException failure) {
      throw S3Fault.of(failure, permission, bucket);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } finally {
      release.run();
    }
  }
}
