package io.tarn.ingest.intake;

import java.io.IOException;

/// Reads one file to its end, and gives account of it, whatever happens.
final class FileReading {
  private FileReading() {}

  /// What is to be read.
  @FunctionalInterface
  interface Task {
    void run() throws IOException, InterruptedException;
  }

  /// Runs the task; a file whose task throws ends early.
  static IntakeResult of(ProgressRecorder account, AnswerText answer, Task task) {
    boolean isFinished = false;
    try {
      task.run();
      var result = account.finish(answer);
      isFinished = true;
      return result;
    } catch (IOException failure) {
      throw new IntakeException.Aborted(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IntakeException.Aborted(interrupted);
    } finally {
      if (!isFinished) {
        account.abort("it ended early");
      }
    }
  }
}
