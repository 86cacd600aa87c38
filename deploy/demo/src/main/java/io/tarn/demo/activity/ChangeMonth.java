package io.tarn.demo.activity;

import io.tarn.demo.activity.LabelledChange.Label;
import io.tarn.local.realm.DemoTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Thirty days of changes of one customer, and the approvals that they had or lacked. Labels come
/// from the stories, and nothing of an event or an approval says which story it is of.
///
/// Engineers work on one ticket a day between 6 and 18 o'clock UTC, so that no approval fits by
/// chance what another story did; whoever changes something without a ticket does so in the
/// evening.
public final class ChangeMonth {
  public static final int DAYS = 30;
  static final long DAY = 24 * Rhythm.HOUR;
  private final DemoTenant tenant;
  private final Estate estate;
  private final long from;
  private final long seed;
  private final List<LabelledChange> changes = new ArrayList<>();
  private final List<DemoApproval> approvals = new ArrayList<>();

  /// @param from the first moment of the first day, UTC
  /// @param events how many write events there are
  /// @param tickets how many approvals there are; a multiple of [#DAYS]
  public ChangeMonth(DemoTenant tenant, Instant from, long seed, int events, int tickets) {
    this.tenant = tenant;
    this.estate = new Estate(tenant);
    this.from = from.getEpochSecond();
    this.seed = seed;
    for (var engineer = 0; engineer < tickets / DAYS; engineer++) {
      for (var day = 0; day < DAYS; day++) {
        work(engineer, day);
      }
    }
    var dice = new Dice(seed, Dice.numberOf("machines" + tenant.slug()));
    while (changes.size() < events) {
      machines(dice, events - changes.size());
    }
    changes.sort(Comparator.comparingLong(LabelledChange::second));
  }

  /// In the order of time.
  public List<LabelledChange> changes() {
    return List.copyOf(changes);
  }

  public List<DemoApproval> approvals() {
    return List.copyOf(approvals);
  }

  /// What the customer's administrator has written down of its automation, as the API takes it.
  public List<Map<String, Object>> rules() {
    return List.of(
        Map.of(
            "kind", "automation",
            "name", "Deployments by the pipeline",
            "reason", "The pipeline deploys what was reviewed and merged.",
            "scope",
                Map.of(
                    "principals",
                    List.of(
                        pattern("arn", "arn:aws:sts::*:assumed-role/Deployment/codepipeline")))),
        Map.of(
            "kind", "exclusion",
            "name", "Tags by the cost job",
            "reason", "Tags for cost centres change nothing.",
            "scope",
                Map.of(
                    "actions", List.of("ec2:CreateTags"),
                    "principals", List.of(pattern("role", "CostTagging")))));
  }

  private void work(int engineer, int day) {
    var dice = new Dice(seed, Dice.numberOf("engineer" + tenant.slug()), engineer, day);
    var ticket = new Ticket(this, engineer, day, from + day * DAY, dice);
    ticket.happen();
    if (dice.inPercent(5)) {
      var start = from + day * DAY + 20 * Rhythm.HOUR + dice.below(3) * Rhythm.HOUR;
      var steps = 1 + dice.below(3);
      for (var i = 0; i < steps; i++) {
        ticket.change(
            Change.any(ticket.scene()), start + 90L * i, TicketStory.NO_TICKET, Label.UNAPPROVED);
      }
    }
  }

  DemoTenant tenant() {
    return tenant;
  }

  Estate estate() {
    return estate;
  }

  void keep(DemoApproval approval) {
    approvals.add(approval);
  }

  /// What goes on without people.
  private void machines(Dice dice, int missing) {
    var place = dice.one(estate.regions());
    var second = from + dice.between(0, DAYS * DAY - Rhythm.HOUR);
    var scene = new Scene(estate, place, second, Long.MAX_VALUE, Integer.MAX_VALUE, dice);
    switch (dice.below(10)) {
      case 0, 1 -> {
        var who = estate.workload(place, "CostTagging", "cost-job");
        var tag = Change.ALL.stream().filter(c -> c.name().equals("CreateTags")).findFirst();
        var call = tag.orElseThrow().by(who, scene);
        keep(place, Machines.own(call, second), second, dice, TicketStory.TAGGING, Label.EXEMPT);
      }
      case 2, 3 -> {
        var who = estate.service("autoscaling");
        var call =
            Call.of("ec2", "TerminateInstances", who)
                .request("instancesSet", Json.of("items", Json.list(instance(dice))));
        keep(place, call, second, dice, TicketStory.SERVICE, Label.AUTOMATED);
      }
      default -> {
        var isImpostor = dice.below(400) == 0;
        var name = isImpostor ? "deploy-" + dice.hex(6) : "codepipeline";
        var who = estate.workload(place, "Deployment", name);
        var steps = Math.min(missing, isImpostor ? 1 : 4);
        for (var i = 0; i < steps; i++) {
          var at = second + 20L * i;
          var call = Change.any(scene).by(who, scene).from("198.51.100.7", agentOfPipeline());
          keep(
              place,
              call.since(second),
              at,
              dice,
              isImpostor ? TicketStory.PIPELINE_IMPOSTOR : TicketStory.PIPELINE,
              isImpostor ? Label.UNAPPROVED : Label.AUTOMATED);
        }
      }
    }
  }

  private static Json instance(Dice dice) {
    return Json.of("instanceId", "i-0" + dice.hex(16));
  }

  private static String agentOfPipeline() {
    return "aws-sdk-go-v2/1.39.6 ua/2.1 os/linux exec-env/CodeBuild";
  }

  void keep(
      AccountRegion place, Call call, long second, Dice dice, TicketStory story, Label label) {
    var json = call.json(place, second, dice);
    var mark = "\"eventID\":\"";
    var start = json.indexOf(mark) + mark.length();
    var id = json.substring(start, json.indexOf('"', start));
    changes.add(
        new LabelledChange(second, id, json, place.account(), place.region(), story, label));
  }

  static Map<String, Object> pattern(String kind, String pattern) {
    return Map.of("kind", kind, "pattern", pattern);
  }
}
