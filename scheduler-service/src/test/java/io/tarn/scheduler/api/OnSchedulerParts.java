package io.tarn.scheduler.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What tests of schedules stand on: a real PostgreSQL and Kafka, grants, and other services that
/// are played.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_scheduler"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(value = OtherServicesResource.class, restrictToAnnotatedClass = true)
public @interface OnSchedulerParts {}
