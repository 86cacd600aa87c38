import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import ColumnLayout from "@cloudscape-design/components/column-layout";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useChannels } from "../../api/channels";
import { may } from "../../api/session";
import type { TenantMembership } from "../../api/types";
import { text } from "../../i18n/en";
import type { NotificationDraft } from "./draft";
import { ChoiceField, type PartProperties } from "./fields";

const MOST = 10;

interface Properties extends PartProperties {
  tenant: TenantMembership;
}

/** Which notification channels are told of runs, and of which. */
export function NotificationFields({ tenant, draft, onChange, faults }: Properties) {
  const { notifications } = draft;
  const channels = useChannels(tenant.id, may(tenant, "notification:read")).data ?? [];
  const names = {
    ...Object.fromEntries(notifications.map(({ channel }) => [channel, text.schedules.form.channelGone])),
    ...Object.fromEntries(channels.map(({ id, name }) => [id, name])),
  };
  const change = (key: number, changed: Partial<NotificationDraft>) => {
    onChange({ notifications: notifications.map((each) => (each.key === key ? { ...each, ...changed } : each)) });
  };
  const [first] = channels;
  return (
    <SpaceBetween size="s">
      <Box variant="h3">{text.schedules.form.notifications}</Box>
      {notifications.length === 0 && (
        <Box color="text-body-secondary">
          {first === undefined ? text.schedules.form.channelsNone : text.schedules.form.notificationsNone}
        </Box>
      )}
      {notifications.map((notification, index) => (
        <ColumnLayout key={notification.key} columns={3}>
          <ChoiceField
            label={text.schedules.form.channel}
            options={names}
            value={notification.channel}
            error={faults[`output.notifications[${index}].channel`]}
            onChange={(channel) => {
              change(notification.key, { channel });
            }}
          />
          <ChoiceField
            label={text.schedules.form.toldWhen}
            options={text.schedules.form.toldConditions}
            value={notification.when}
            error={faults[`output.notifications[${index}].when`]}
            onChange={(when) => {
              change(notification.key, { when });
            }}
          />
          <Box padding={{ top: "xl" }}>
            <Button
              ariaLabel={text.schedules.form.removeNotificationOf(index + 1)}
              onClick={() => {
                onChange({ notifications: notifications.filter(({ key }) => key !== notification.key) });
              }}
            >
              {text.schedules.form.removeDelivery}
            </Button>
          </Box>
        </ColumnLayout>
      ))}
      {first !== undefined && (
        <Button
          iconName="add-plus"
          disabled={notifications.length >= MOST}
          onClick={() => {
            const key = Math.max(-1, ...notifications.map((each) => each.key)) + 1;
            onChange({ notifications: [...notifications, { key, channel: first.id, when: "failed" }] });
          }}
        >
          {text.schedules.form.addNotification}
        </Button>
      )}
    </SpaceBetween>
  );
}
