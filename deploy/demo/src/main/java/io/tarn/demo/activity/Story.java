package io.tarn.demo.activity;

/// Something that happens, of one or more calls that belong together.
@FunctionalInterface
interface Story {
  void tell(Scene scene, long second);
}
