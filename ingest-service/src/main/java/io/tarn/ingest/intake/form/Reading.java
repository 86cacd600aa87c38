package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.piece.PieceConsumer;
import io.tarn.ingest.intake.unpack.Expansion;

/// What holds for the whole of one file.
record Reading(FileLimits limits, Expansion expansion, PieceConsumer consumer) {}
