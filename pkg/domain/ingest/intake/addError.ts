import { errorRow } from '../composeRows';
import { addAttribute, type JsonObject } from '../JsonObject';
import type { Frame } from '../Judgement';
import type { Intake } from './Intake';
import { addMore, countItem, permitItem, rejectItem, type IntakeItem } from './IntakeItem';
import type { ItemSender } from './ItemSender';

const longestType = 255;
const longestMessage = 8192;

/** An error, not clean yet but for its frames. */
export interface ErrorClues {
  /** Column `error_type`; undefined: judged by the message. */
  errorType?: string | undefined;
  /** Class of the error. */
  type: string;
  message: string;
  /** Clean, innermost first. */
  frames: readonly Frame[];
  fatal?: boolean;
  handled: boolean;
  /** HTTP status, where the error is about an answer. */
  status?: number | null;
  fingerprint?: string | undefined;
  severity?: string | null;
  /** False: the page had not become interactive yet. */
  interactive?: boolean | null;
  /** Free attributes, cleaned in place; kept only with consent. */
  context: JsonObject;
}

/** Adds a row of `error_logs`: severity, group and stack are judged here. */
export function addError(intake: Intake, sender: ItemSender, item: IntakeItem, clues: ErrorClues): void {
  const permit = permitItem(intake, sender, item, 'error_logs', 'errors');
  if (permit === undefined) {
    return;
  }
  const { scrubber } = sender;
  const columns = sender.columns.errors;
  const problem = permit.full ? scrubber.attributes(clues.context) : undefined;
  if (problem !== undefined) {
    rejectItem(intake, item, problem);
    return;
  }
  const type = scrubber.text(clues.type, longestType);
  const message = scrubber.text(clues.message, longestMessage);
  const fingerprint = clues.fingerprint === undefined ? null : scrubber.text(clues.fingerprint, longestType);
  const judged = intake.tools.judgement.error(
    {
      type,
      message,
      frames: clues.frames,
      fatal: clues.fatal === true,
      handled: clues.handled,
      status: clues.status ?? null,
      clientFingerprint: fingerprint,
      clientSeverity: clues.severity ?? null,
      pagePath: columns.page_path,
      url: columns.page_url,
      interactive: clues.interactive ?? null,
    },
    intake.trusted,
    intake.reception.app.severityRules
  );
  const context = permit.full ? clues.context : {};
  addAttribute(context, 'type', type);
  addAttribute(context, 'fatal', clues.fatal === true ? true : undefined);
  if (permit.full) {
    addAttribute(context, 'client_fingerprint', fingerprint);
    addMore(context, item, permit.time);
  }
  const row = errorRow(
    columns,
    { id: permit.id, timestamp: permit.time.timestamp },
    {
      error_type: clues.errorType ?? judged.errorType,
      error_message: message,
      error_stack: judged.stack,
      severity: judged.severity,
      context,
      user_agent: permit.full ? sender.userAgent : null,
      fingerprint: judged.fingerprint,
      fingerprint_rule: judged.fingerprintRule,
    }
  );
  intake.batch.add('error_logs', row, item.kind, item.index);
  countItem(intake, sender, item, permit.full);
}
