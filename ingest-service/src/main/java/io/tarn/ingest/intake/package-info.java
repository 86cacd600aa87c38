/// Taking in what a client sends: events are found in files of any form, checked, and handed to
/// Kafka with their original text. Nothing is held whole in memory.
@NullMarked
package io.tarn.ingest.intake;

import org.jspecify.annotations.NullMarked;
