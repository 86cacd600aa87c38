package io.tarn.query.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.tarn.service.gate.TestGrantsResource;
import io.tarn.testing.EmbeddedPartsResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What every application test of query-service stands on: a real PostgreSQL and Kafka, grants, and
/// low limits.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = {
      @ResourceArg(name = "login", value = "tarn_query"),
      @ResourceArg(name = "s3", value = "true")
    })
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(QueryServiceResource.class)
public @interface OnQueryParts {}
