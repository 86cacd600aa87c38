package io.tarn.scheduler.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.scheduler.ledger.ChangeAlert;
import io.tarn.scheduler.notification.Notice.ChangesJudged;
import io.tarn.scheduler.notification.Notice.RunEnded;
import jakarta.enterprise.context.ApplicationScoped;

/// Messages as CloudEvents 1.0, structured, in JSON.
@ApplicationScoped
class CloudEventFormat {
  static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

  private final ObjectMapper json;

  CloudEventFormat(ObjectMapper json) {
    this.json = json;
  }

  /// The same bytes for the same message, at each attempt.
  byte[] body(Message message) {
    var event = json.createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", message.id().toString());
    event.put("time", message.at().toString());
    event.put("datacontenttype", "application/json");
    switch (message.notice()) {
      case RunEnded ended -> addRun(event, ended, message);
      case ChangesJudged(var alert) -> addChanges(event, alert, message);
      case Notice.Trial(var channel) -> addTrial(event, channel);
    }
    try {
      return json.writeValueAsBytes(event);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }

  private void addRun(ObjectNode event, RunEnded ended, Message message) {
    var run = ended.run();
    var state = run.state().wireName().replace('_', '-');
    event.put("type", "dev.tarn.run." + state + ".v1");
    event.put("source", "/v1/tenants/" + run.tenant() + "/schedules/" + run.scheduleId());
    event.put("subject", "runs/" + run.runId());
    ObjectNode data = json.valueToTree(run);
    data.set("notifiedFor", json.valueToTree(ended.reasons()));
    data.set("scheduleState", json.valueToTree(ended.schedule()));
    if (ended.pauseReason() != null) {
      data.put("schedulePauseReason", ended.pauseReason());
    }
    if (message.link() != null) {
      data.put("link", message.link().toString());
    }
    event.set("data", data);
  }

  private void addChanges(ObjectNode event, ChangeAlert alert, Message message) {
    var change = alert.change();
    event.put("type", "dev.tarn.change." + alert.state().wireName() + ".v1");
    event.put("source", "/v1/tenants/" + change.tenant() + "/changes");
    event.put("subject", "changes/" + change.changeId());
    ObjectNode data = json.valueToTree(alert);
    if (message.link() != null) {
      data.put("link", message.link().toString());
    }
    event.set("data", data);
  }

  private void addTrial(ObjectNode event, NotificationChannel channel) {
    event.put("type", "dev.tarn.notification.test.v1");
    event.put(
        "source", "/v1/tenants/" + channel.tenant() + "/notification-channels/" + channel.id());
    event.set("data", json.createObjectNode().put("channelName", channel.name()));
  }
}
