package io.tarn.ingest.intake.form;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Packs bytes in the ways in which people send them.
final class Packing {
  private Packing() {}

  /// A file to go into an archive.
  @SuppressWarnings("ArrayRecordComponent") // test data
  record Member(String name, byte[] bytes) {}

  static byte[] joined(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    Arrays.stream(parts).forEach(all::writeBytes);
    return all.toByteArray();
  }

  static byte[] gzip(byte[] bytes) {
    return written(
        out -> {
          try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
          }
        });
  }

  /// Several members, which end anywhere.
  static byte[] gzipMembers(byte[] bytes) {
    int cut = bytes.length / 3;
    return joined(
        gzip(Arrays.copyOf(bytes, cut)),
        gzip(new byte[0]),
        gzip(Arrays.copyOfRange(bytes, cut, bytes.length)));
  }

  static byte[] zstd(byte[] bytes) {
    return Zstd.compress(bytes);
  }

  /// Several frames, which end anywhere.
  static byte[] zstdFrames(byte[] bytes) {
    int cut = bytes.length / 2;
    return joined(
        zstd(Arrays.copyOf(bytes, cut)), zstd(Arrays.copyOfRange(bytes, cut, bytes.length)));
  }

  /// A zip file whose lengths stand behind the data, as a stream is zipped.
  static byte[] zip(List<Member> members) {
    return written(
        out -> {
          try (var zip = new ZipOutputStream(out)) {
            for (var member : members) {
              zip.putNextEntry(new ZipEntry(member.name()));
              zip.write(member.bytes());
              zip.closeEntry();
            }
          }
        });
  }

  /// A zip file that stores its members as they are, with lengths before the data.
  static byte[] zipStored(List<Member> members) {
    return written(
        out -> {
          try (var zip = new ZipOutputStream(out)) {
            for (var member : members) {
              zip.putNextEntry(stored(member));
              zip.write(member.bytes());
              zip.closeEntry();
            }
          }
        });
  }

  private static ZipEntry stored(Member member) {
    var checksum = new CRC32();
    checksum.update(member.bytes());
    var entry = new ZipEntry(member.name());
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(member.bytes().length);
    entry.setCrc(checksum.getValue());
    return entry;
  }

  private static byte[] written(Writing writing) {
    try {
      var out = new ByteArrayOutputStream();
      writing.to(out);
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }
}
