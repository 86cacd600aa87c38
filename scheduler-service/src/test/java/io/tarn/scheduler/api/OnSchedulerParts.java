package io.tarn.scheduler.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What tests of schedules stand on: a real PostgreSQL and Kafka, and grants. Beside it they say
/// `@WithTestResource(OtherServicesResource.class)`: classes that do share one application, which
/// keeps their memory within bounds; an annotation on this annotation would not count.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
public @interface OnSchedulerParts {}
