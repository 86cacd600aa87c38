/// What every service demands of a request before an endpoint sees it: bodies without unknown or
/// repeated fields, texts and times that the database can store, parameters that can be read, and
/// a size within bounds. What is refused is a problem document that names the field.
@NullMarked
package io.tarn.service.request;

import org.jspecify.annotations.NullMarked;
