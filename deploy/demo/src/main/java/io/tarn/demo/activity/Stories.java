package io.tarn.demo.activity;

import java.util.ArrayList;
import java.util.List;

/// Stories of people and machines with their frequencies.
final class Stories {
  private static final Stories PEOPLE =
      new Stories()
          .with(30, new ConsoleSession())
          .with(26, new CommandLineWork())
          .with(12, new ContainerShell())
          .with(14, new Pipeline())
          .with(10, Invocations::byAPerson)
          .with(4, SignIns::failed)
          .with(4, Refusals::ofAPerson);
  private static final Stories MACHINES =
      new Stories()
          .with(26, Machines::describe)
          .with(12, Machines::assumeRole)
          .with(14, Machines::decrypt)
          .with(18, Machines::readObject)
          .with(8, Machines::writeObject)
          .with(16, Invocations::byAProgram)
          .with(10, Invocations::byAService)
          .with(3, Invocations::throttled)
          .with(2, Invocations::byAPartner)
          .with(2, Refusals::ofAProgram)
          .with(2, new Pipeline());

  private final List<Story> drawer = new ArrayList<>();

  private Stories with(int times, Story story) {
    for (var i = 0; i < times; i++) {
      drawer.add(story);
    }
    return this;
  }

  /// Adds stories until the scene is full.
  static void fill(Scene scene) {
    while (!scene.isFull()) {
      var second = scene.someTime();
      var isPerson = scene.dice().inPercent(Rhythm.peoplePercent(second));
      var stories = isPerson ? PEOPLE : MACHINES;
      scene.dice().one(stories.drawer).tell(scene, second);
    }
  }
}
