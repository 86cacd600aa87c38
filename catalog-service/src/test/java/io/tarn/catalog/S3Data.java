package io.tarn.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a field for the folder in which the operator's endpoint keeps its objects.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface S3Data {}
