/// The only package that knows HTTP: resources, requests and answers.
@NullMarked
package io.tarn.catalog.api;

import org.jspecify.annotations.NullMarked;
