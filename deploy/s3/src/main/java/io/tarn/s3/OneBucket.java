package io.tarn.s3;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/// A view of a store that holds one bucket: every call that names another one, as target or as
/// source of a copy, is refused with 403 before the store is asked, whether that bucket exists
/// or not. The bucket itself can be neither made, removed nor opened to others.
final class OneBucket implements InvocationHandler {
  private static final Set<String> ABOUT_BUCKETS =
      Set.of(
          "createContainer",
          "setContainerAccess",
          "clearContainer",
          "deleteContainer",
          "deleteBucket",
          "putBucketVersioning",
          "putBucketEncryption",
          "deleteBucketEncryption",
          "setBlobAccess",
          "close");

  private final BlobStore store;
  private final String bucket;

  private OneBucket(BlobStore store, String bucket) {
    this.store = store;
    this.bucket = bucket;
  }

  static BlobStore of(BlobStore store, String bucket) {
    var view = new OneBucket(store, bucket);
    return (BlobStore)
        Proxy.newProxyInstance(
            OneBucket.class.getClassLoader(), new Class<?>[] {BlobStore.class}, view);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (ABOUT_BUCKETS.contains(method.getName())) {
      throw S3Exceptions.fromStatusCode(403);
    }
    if (arguments != null && arguments.length > 0) {
      refuseForeign(method, arguments);
    }
    try {
      var answer = method.invoke(store, arguments);
      return answer instanceof ListBucketsResponse buckets ? ownOf(buckets) : answer;
    } catch (InvocationTargetException failure) {
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }

  private void refuseForeign(Method method, Object[] arguments) {
    if (method.getParameterTypes()[0] == String.class && !bucket.equals(arguments[0])) {
      throw S3Exceptions.fromStatusCode(403);
    }
    for (var argument : arguments) {
      switch (argument) {
        case MultipartUpload upload -> refuse(!bucket.equals(upload.containerName()));
        case SdkPojo request -> request.sdkFields().forEach(field -> check(request, field));
        case null, default -> {}
      }
    }
  }

  private void check(SdkPojo request, SdkField<?> field) {
    if (!(field.getValueOrDefault(request) instanceof String value)) {
      return;
    }
    var name = field.memberName();
    refuse(name.endsWith("Bucket") && !value.equals(bucket));
    refuse(name.equals("CopySource") && !value.replaceFirst("^/", "").startsWith(bucket + "/"));
  }

  private static void refuse(boolean isForeign) {
    if (isForeign) {
      throw S3Exceptions.fromStatusCode(403);
    }
  }

  private ListBucketsResponse ownOf(ListBucketsResponse answer) {
    var own = answer.buckets().stream().filter(found -> bucket.equals(found.name())).toList();
    return answer.toBuilder().buckets(own).build();
  }
}
