package io.tarn.query.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.gate.TestGrantsResource;
import io.tarn.local.testing.EmbeddedPartsResource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A test of the whole service on real parts.
@QuarkusTest
@QuarkusTestResource(
    value = EmbeddedPartsResource.class,
    initArgs = @ResourceArg(name = "login", value = "tarn_query"))
@QuarkusTestResource(TestGrantsResource.class)
@QuarkusTestResource(QueryServiceResource.class)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface QueryServiceTest {}
