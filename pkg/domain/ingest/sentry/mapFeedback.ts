import { addEvent } from '../intake/addEvent';
import { describeSender } from '../intake/ItemSender';
import { addAttribute, objectAt, textAt, type JsonObject } from '../JsonObject';
import { describeEventSender } from './describeEventSender';
import type { MapSentryItem } from './SentryItem';
import { timeOfSentry } from './timeOfSentry';

/** `feedback` → an event of type `feedback`. Address and name of the sender are the person's, and not in it. */
export const mapFeedback: MapSentryItem = (intake, event, index) => {
  const feedback = objectAt(objectAt(event, 'contexts'), 'feedback');
  const message = textAt(feedback, 'message');
  if (message === undefined) {
    return 'contexts.feedback.message must be a text';
  }
  const user = { ...objectAt(event, 'user') };
  user.email ??= feedback.contact_email;
  user.name ??= feedback.name;
  event.user = user;
  const request = { ...objectAt(event, 'request') };
  request.url ??= feedback.url;
  event.request = request;
  const sender = describeEventSender(intake, event);
  const data: JsonObject = { message };
  addAttribute(data, 'event_id', textAt(feedback, 'associated_event_id'));
  addAttribute(data, 'source', textAt(feedback, 'source'));
  const item = { kind: 'feedback', index, time: timeOfSentry(event.timestamp) };
  addEvent(intake, sender, item, { eventType: 'feedback', name: 'feedback', data });
  return undefined;
};

/** `user_report`, the older form of feedback. */
export const mapUserReport: MapSentryItem = (intake, report, index) => {
  const message = textAt(report, 'comments');
  if (message === undefined) {
    return 'comments must be a text';
  }
  const email = textAt(report, 'email');
  const name = textAt(report, 'name');
  const literals = [email, name].filter((text) => text !== undefined);
  const sender = describeSender(intake, { externalId: email ?? name, email, name, literals });
  const data: JsonObject = { message };
  addAttribute(data, 'event_id', textAt(report, 'event_id'));
  const item = { kind: 'feedback', index, time: undefined };
  addEvent(intake, sender, item, { eventType: 'feedback', name: 'feedback', data });
  return undefined;
};
