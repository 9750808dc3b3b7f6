import { addError } from '../intake/addError';
import type { Intake } from '../intake/Intake';
import type { IntakeItem } from '../intake/IntakeItem';
import type { ItemSender } from '../intake/ItemSender';
import { textAt, type JsonObject } from '../JsonObject';

const longestStack = 65_536;

/** Whether attributes describe an exception, as OpenTelemetry names it. */
export function hasException(attributes: JsonObject): boolean {
  return textAt(attributes, 'exception.type') !== undefined || textAt(attributes, 'exception.message') !== undefined;
}

/** Adds the exception that `details` describe to `error_logs`. */
export function addException(
  intake: Intake,
  sender: ItemSender,
  item: IntakeItem,
  { details, handled, fatal, context }: { details: JsonObject; handled: boolean; fatal: boolean; context: JsonObject }
): void {
  const stack = textAt(details, 'exception.stacktrace');
  const clean = stack === undefined ? '' : sender.scrubber.text(stack, longestStack);
  const status = details['http.response.status_code'] ?? details['http.status_code'];
  const type = textAt(details, 'exception.type') ?? '';
  addError(intake, sender, item, {
    type,
    message: textAt(details, 'exception.message') ?? type,
    frames: clean === '' ? [] : intake.tools.judgement.parseStack(clean),
    handled,
    fatal,
    status: typeof status === 'number' ? status : null,
    context,
  });
}
