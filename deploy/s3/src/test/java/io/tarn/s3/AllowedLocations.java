package io.tarn.s3;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/// A view of a store that allows every operation, but only in these locations: buckets and
/// prefixes of buckets.
final class AllowedLocations implements InvocationHandler {
  private static final Set<String> ABOUT_THE_BUCKET = Set.of("headBucket", "containerExists");

  private final BlobStore store;
  private final List<String> places;

  private AllowedLocations(BlobStore store, List<String> places) {
    this.store = store;
    this.places = places;
  }

  static BlobStore of(BlobStore store, List<String> places) {
    return (BlobStore)
        Proxy.newProxyInstance(
            AllowedLocations.class.getClassLoader(),
            new Class<?>[] {BlobStore.class},
            new AllowedLocations(store, places));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (arguments != null && arguments.length > 0 && !isAllowed(method, arguments)) {
      throw S3Exceptions.fromStatusCode(403);
    }
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause() == null ? failure : failure.getCause();
    }
  }

  private boolean isAllowed(Method method, Object[] arguments) {
    var bucket = bucketOf(arguments) + "/";
    return ABOUT_THE_BUCKET.contains(method.getName())
        ? places.stream().anyMatch(place -> place.startsWith(bucket))
        : places.stream().anyMatch((bucket + insideOf(arguments))::startsWith);
  }

  private static String bucketOf(Object[] arguments) {
    return arguments[0] instanceof SdkPojo request
        ? field(request, "Bucket")
        : String.valueOf(arguments[0]);
  }

  private static String insideOf(Object[] arguments) {
    if (arguments[0] instanceof SdkPojo request) {
      return field(request, "Key") + field(request, "Prefix");
    }
    return arguments.length > 1 && arguments[1] instanceof String key ? key : "";
  }

  private static String field(SdkPojo request, String name) {
    return request.sdkFields().stream()
        .filter(field -> field.memberName().equals(name))
        .map(field -> field.getValueOrDefault(request))
        .map(value -> value == null ? "" : value.toString())
        .findFirst()
        .orElse("");
  }
}
