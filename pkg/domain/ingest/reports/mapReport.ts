import { addError } from '../intake/addError';
import { addEvent } from '../intake/addEvent';
import type { Intake } from '../intake/Intake';
import { describeSender } from '../intake/ItemSender';
import { addAttribute, objectAt, textAt, type JsonObject } from '../JsonObject';
import { readUrl } from '../page/PageReader';

const longestType = 64;
const longestStack = 65_536;
const addresses = ['documentURL', 'blockedURL', 'sourceFile', 'referrer'] as const;

/**
 * One report: `crash` → `error_logs`; `csp-violation` → an event of type `security`; all others (deprecation,
 * intervention, …) → an event of type `report`, each named by its own type. A reason when it is refused.
 */
export function mapReport(intake: Intake, report: JsonObject, index: number, now: number): string | undefined {
  const type = textAt(report, 'type');
  if (type === undefined || type.length > longestType) {
    return `type must be a text of at most ${longestType} characters`;
  }
  const body = { ...objectAt(report, 'body') };
  const { age } = report;
  const time = typeof age === 'number' && age >= 0 ? Math.round(now - age) : now;
  const sender = describeSender(intake, {
    url: textAt(report, 'url') ?? textAt(body, 'documentURL'),
    userAgent: textAt(report, 'user_agent'),
  });
  const referrer = textAt(body, 'referrer');
  for (const name of addresses) {
    const address = textAt(body, name);
    if (address !== undefined) {
      body[name] = readUrl(address, sender.scrubber) ?? undefined;
    }
  }
  // The policy is the app's own, long, and the same in every report.
  body.originalPolicy = undefined;
  const item = { kind: 'report', index, time };
  if (type !== 'crash') {
    addEvent(intake, sender, item, {
      eventType: type === 'csp-violation' ? 'security' : 'report',
      name: type,
      data: body,
      referrer,
    });
    return undefined;
  }
  const reason = textAt(body, 'reason');
  const context: JsonObject = {};
  addAttribute(context, 'reason', reason);
  addAttribute(context, 'is_top_level', body.is_top_level);
  addAttribute(context, 'visibility_state', body.visibility_state);
  const noted = objectAt(body, 'crash_report_api');
  addAttribute(context, 'crash_report_api', Object.keys(noted).length > 0 ? noted : undefined);
  // A page that hung, of a site that lets stacks be in its reports.
  const stack = sender.scrubber.text(textAt(body, 'stack') ?? '', longestStack);
  const message = `The page crashed${reason === undefined ? '' : `: ${reason}`}`;
  addError(intake, sender, item, {
    errorType: 'crash',
    type: 'crash',
    message,
    frames: stack === '' ? [] : intake.tools.judgement.parseStack(stack),
    fatal: true,
    handled: false,
    context,
  });
  return undefined;
}
