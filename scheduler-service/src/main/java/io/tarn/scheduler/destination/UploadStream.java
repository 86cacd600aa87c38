package io.tarn.scheduler.destination;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/// An object that is being sent in parts, of which one is in memory. All methods throw [S3Fault].
public final class UploadStream extends OutputStream {
  /// Of each part but the last one; an object has 10,000 parts at most, so 80 GB.
  static final int PART = 8 * 1024 * 1024;

  private final DeliveryTarget target;
  private final String key;
  private final String upload;
  private final Runnable beforePart;
  private final List<CompletedPart> parts = new ArrayList<>();
  private final byte[] buffer = new byte[PART];
  private int length;

  UploadStream(DeliveryTarget target, String key, String upload, Runnable beforePart) {
    this.target = target;
    this.key = key;
    this.upload = upload;
    this.beforePart = beforePart;
  }

  @Override
  public void write(int value) {
    buffer[length++] = (byte) value;
    sendWhereFull();
  }

  @Override
  public void write(byte[] source, int offset, int count) {
    int done = 0;
    while (done < count) {
      var some = Math.min(count - done, PART - length);
      System.arraycopy(source, offset + done, buffer, length, some);
      length += some;
      done += some;
      sendWhereFull();
    }
  }

  private void sendWhereFull() {
    if (length == PART) {
      send();
    }
  }

  private void send() {
    beforePart.run();
    parts.add(target.sendPart(key, upload, parts.size() + 1, buffer, length));
    length = 0;
  }

  /// Sends what is left and makes the object, with all its bytes at once.
  public void complete() {
    if (length > 0 || parts.isEmpty()) {
      send();
    }
    beforePart.run();
    target.complete(key, upload, parts);
  }

  /// Gives up what was sent.
  public void abort() {
    target.abort(key, upload);
  }
}
