/// Believable activity in a customer's AWS accounts, made event by event from a seed: people at the
/// console and the command line, pipelines, services, shells in containers, calls of functions,
/// refusals, an incident. Each event has its ground truth for the three questions, set by
/// the generator and never derived from the event. Plain Java: a bench can use it
/// without a running product.
@NullMarked
package io.tarn.demo.activity;

import org.jspecify.annotations.NullMarked;
