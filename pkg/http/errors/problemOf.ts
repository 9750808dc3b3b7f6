import { VersionConflict } from '../../domain/access/VersionConflict';
import { ChannelProblem } from '../../domain/alerting/channels/ChannelProblem';
import { ChannelInUse, ChannelNameTaken } from '../../domain/alerting/channels/ChannelRepository';
import { QueryProblem } from '../../domain/alerting/evaluation/Ask';
import { WrongState } from '../../domain/alerting/instances/AlertInstanceRepository';
import { NameTaken } from '../../domain/alerting/rules/AlertRuleRepository';
import { RuleProblem } from '../../domain/alerting/rules/RuleProblem';
import { MuteProblem } from '../../domain/alerting/silences/MuteProblem';
import { CheckProblem } from '../../domain/health/checks/CheckProblem';
import { StoreAway } from '../../domain/ingest/RowWriter';
import { QueryError } from '../../domain/query/QueryRunner';
import { HttpProblem } from './HttpProblem';

/** Codes by status for errors that bring none of their own. */
const codes: Readonly<Record<number, string>> = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  408: 'timeout',
  409: 'conflict',
  413: 'too_large',
  414: 'too_long',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  431: 'too_large',
  503: 'unavailable',
  504: 'timeout',
};

/** Sentences for errors of the framework, whose own words name its internals. */
const sentences: Readonly<Record<string, string>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'The body is too large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'Unsupported content type: send application/json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'The body is shorter or longer than its content-length says',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'The body is empty, although its type is application/json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'The body is not valid JSON',
  FST_ERR_BAD_URL: 'The address is not a valid URL',
  FST_ERR_MAX_PARAM_LENGTH: 'A part of the address is too long',
};

/** Something that cannot be kept as it is. */
const complaints = [RuleProblem, ChannelProblem, MuteProblem, CheckProblem] as const;

/** What somebody else did, or what state a thing is in, keeps the act from being done. */
const conflicts = [VersionConflict, NameTaken, WrongState, ChannelNameTaken, ChannelInUse] as const;

/**
 * Any error as what a client may know of it. An error that nobody expected becomes a bare 500, and its own words go to
 * the log only.
 */
export function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) {
    return error;
  }
  if (error instanceof Error && complaints.some((kind) => error instanceof kind)) {
    return problem(400, error.message);
  }
  if (error instanceof Error && conflicts.some((kind) => error instanceof kind)) {
    return problem(409, error.message);
  }
  if (error instanceof QueryProblem) {
    return error.isLasting ? problem(400, error.message) : away(504, error.message, 5);
  }
  if (error instanceof StoreAway) {
    return away(503, error.message, error.retryAfterSeconds);
  }
  if (error instanceof QueryError) {
    return error.status === 400 ? problem(400, error.message) : away(error.status, error.message, 5);
  }
  const status = statusOf(error);
  if (status === undefined || status < 400 || status > 499) {
    return new HttpProblem(500, 'internal', 'Something went wrong on the server; its log says what');
  }
  return problem(status, sentenceOf(error, status));
}

function problem(status: number, message: string): HttpProblem {
  return new HttpProblem(status, codes[status] ?? 'bad_request', message);
}

function away(status: 503 | 504, message: string, seconds: number): HttpProblem {
  const headers = { 'retry-after': String(Math.max(1, Math.ceil(seconds))) };
  return new HttpProblem(status, codes[status] ?? 'unavailable', message, headers);
}

function statusOf(error: unknown): number | undefined {
  const status = property(error, 'statusCode');
  return typeof status === 'number' ? status : undefined;
}

function sentenceOf(error: unknown, status: number): string {
  const code = property(error, 'code');
  // These were worded by our own validator.
  if (code === 'FST_ERR_VALIDATION' && error instanceof Error) {
    return error.message;
  }
  if (typeof code === 'string' && Object.hasOwn(sentences, code)) {
    return sentences[code] ?? '';
  }
  // A parser's complaint: where the JSON breaks, or a key such as __proto__ that no body may have.
  if (error instanceof SyntaxError) {
    return `The body cannot be read: ${error.message.slice(0, 200)}`;
  }
  return `The request cannot be taken (${status})`;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
