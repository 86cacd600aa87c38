package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.notification.ChannelService;
import io.tarn.scheduler.notification.ChannelTrial;
import io.tarn.scheduler.notification.NotificationLog;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;

/// Ways to tell a tenant of the ends of runs.
@Path("/v1/tenants/{tenant}/notification-channels")
@RunOnVirtualThread
public class NotificationChannelsResource {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID AFTER_ALL = new UUID(-1, -1);

  private final ChannelService channels;
  private final ChannelTrial trial;
  private final NotificationLog log;
  private final CurrentTenant tenant;

  NotificationChannelsResource(
      ChannelService channels, ChannelTrial trial, NotificationLog log, CurrentTenant tenant) {
    this.channels = channels;
    this.trial = trial;
    this.log = log;
    this.tenant = tenant;
  }

  /// Keep a notification channel. The answer shows the signing secret of a webhook, once.
  @POST
  @RolesAllowed(Permission.NOTIFICATION_WRITE)
  @APIResponseSchema(value = ChannelResponse.class, responseCode = "201")
  public Response create(@Valid @NotNull SaveChannelRequest request) {
    var made = channels.create(tenant.id(), request.plan());
    var location =
        "/v1/tenants/%s/notification-channels/%s".formatted(tenant.id(), made.channel().id());
    return Response.created(URI.create(location))
        .entity(ChannelResponse.of(made.channel(), made.secret()))
        .build();
  }

  /// List the notification channels of the tenant by their names.
  @GET
  @RolesAllowed(Permission.NOTIFICATION_READ)
  public Page<ChannelResponse> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 2);
    var name = after == null ? "" : after.value(0);
    var id = after == null ? BEFORE_ALL : Ends.id(after.value(1));
    var found = channels.list(tenant.id(), name, id, limit + 1);
    return Page.of(found, limit, last -> Cursor.of(last.name(), last.id().toString()))
        .map(ChannelResponse::of);
  }

  /// Read a notification channel. Its secrets are not shown.
  ///
  /// @param channel the id of the channel
  @GET
  @Path("{channel}")
  @RolesAllowed(Permission.NOTIFICATION_READ)
  public ChannelResponse read(@PathParam("channel") UUID channel) {
    return ChannelResponse.of(channels.find(tenant.id(), channel));
  }

  /// Change a notification channel. Its kind and its signing secret stay; an absent address of a
  /// webhook stays, too.
  ///
  /// @param channel the id of the channel
  @PUT
  @Path("{channel}")
  @RolesAllowed(Permission.NOTIFICATION_WRITE)
  public ChannelResponse change(
      @PathParam("channel") UUID channel, @Valid @NotNull SaveChannelRequest request) {
    return ChannelResponse.of(channels.change(tenant.id(), channel, request.plan()));
  }

  /// Delete a notification channel with its log. What it has yet to be told is not told, and
  /// schedules that name it tell it nothing any more.
  ///
  /// @param channel the id of the channel
  @DELETE
  @Path("{channel}")
  @RolesAllowed(Permission.NOTIFICATION_WRITE)
  public void delete(@PathParam("channel") UUID channel) {
    channels.delete(tenant.id(), channel);
  }

  /// Give a webhook another signing secret, which the answer shows, once. For a day bodies are
  /// signed with both.
  ///
  /// @param channel the id of the channel
  @POST
  @Path("{channel}/secret")
  @RolesAllowed(Permission.NOTIFICATION_WRITE)
  public ChannelResponse rotate(@PathParam("channel") UUID channel) {
    var made = channels.rotate(tenant.id(), channel);
    return ChannelResponse.of(made.channel(), made.secret());
  }

  /// Try a notification channel: a message that says so is sent at once, and what happened is told.
  ///
  /// @param channel the id of the channel
  @POST
  @Path("{channel}/test")
  @RolesAllowed(Permission.NOTIFICATION_WRITE)
  public ChannelTrialResponse test(@PathParam("channel") UUID channel) {
    return ChannelTrialResponse.of(trial.run(tenant.id(), channel));
  }

  /// List what became of the notifications of a channel, the newest first. They are kept for 90
  /// days after their end, by default.
  ///
  /// @param channel the id of the channel
  @GET
  @Path("{channel}/deliveries")
  @RolesAllowed(Permission.NOTIFICATION_READ)
  public Page<ChannelDeliveryResponse> deliveries(
      @PathParam("channel") UUID channel,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var _ = channels.find(tenant.id(), channel);
    var after = Cursor.decode(cursor, 1);
    var id = after == null ? AFTER_ALL : Ends.id(after.value(0));
    var found = log.list(tenant.id(), channel, id, limit + 1);
    return Page.of(found, limit, last -> Cursor.of(last.id().toString()))
        .map(ChannelDeliveryResponse::of);
  }

  /// What came of a trial.
  ///
  /// @param delivered whether the receiver took the message
  /// @param statusCode what the receiver answered, of HTTP or SMTP; absent where it gave no answer
  /// @param detail what stands against it; absent where nothing does
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ChannelTrialResponse(
      boolean delivered, @Nullable Integer statusCode, @Nullable String detail) {
    static ChannelTrialResponse of(ChannelTrial.Outcome outcome) {
      return new ChannelTrialResponse(outcome.isDelivered(), outcome.status(), outcome.detail());
    }
  }
}
