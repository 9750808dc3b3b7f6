import type { Severity } from '../../../src/contract/entities/ErrorLog';
import type { SeverityRule } from '../../../src/contract/resources/severityRules';
import type { ConsentMode } from '../../../src/contract/resources/apps';
import type { Scrubber } from './Scrubber';

/** What becomes of the data of one purpose. */
export interface Treatment {
  treatment: 'full' | 'anonymous' | 'drop';
  /** Whether the client's own id may be used for the visitor. */
  clientId: boolean;
  reason: string | null;
}

/** What a request says of its visitor's will. */
export interface ConsentSignals {
  header: string | undefined;
  session: unknown;
  doNotTrack: boolean;
  globalPrivacyControl: boolean;
}

/** What a visitor decided. */
export interface SpokenDecision {
  mode: 'required' | 'implied';
  /** `granted`, `denied`, or by purpose. */
  decision: string;
}

export type Purpose = 'analytics' | 'performance' | 'errors';

export interface Frame {
  function: string;
  file: string;
  module: string;
  line: number | null;
  column: number | null;
  inApp: boolean | null;
}

export interface ErrorReport {
  type: string;
  message: string;
  frames: readonly Frame[];
  fatal: boolean;
  handled: boolean;
  status: number | null;
  clientFingerprint: string | null;
  clientSeverity: string | null;
  pagePath: string | null;
  /** The page where it happened; rules see it without its query. */
  url?: string | null;
  /** False: the page had not become interactive yet. */
  interactive?: boolean | null;
  /** The stack as text, without secrets, where it came so. */
  stackText?: string | null;
}

/** What other parts of the product decide for ingest; passed in, because parts of the domain do not know each other. */
export interface Judgement {
  /** A scrubber for one request: `values` say who its person is, `own` is the part of the body about the person. */
  scrubberFor(body: string, own: string, values: readonly string[]): Scrubber;
  consent(
    rules: { consentMode: ConsentMode; withoutConsent: 'anonymous' | 'drop' },
    signals: ConsentSignals
  ): Readonly<Record<Purpose, Treatment>>;
  /** What a visitor decided, where a request says it and it counts; to be recorded. */
  spoken(rules: { consentMode: ConsentMode }, signals: ConsentSignals): SpokenDecision | undefined;
  person(organisationKey: Buffer, appId: string, externalId: string): { id: string; external_id_hash: string };
  clientVisitor(organisationKey: Buffer, appId: string, clientId: string): string;
  dailyVisitor(dailySalt: Buffer, appId: string, address: string, userAgent: string): string;
  error(
    report: ErrorReport,
    trusted: boolean,
    rules?: readonly SeverityRule[]
  ): { errorType: string; severity: Severity; fingerprint: string; fingerprintRule: string; stack: string | null };
  parseStack(stack: string): Frame[];
  /** Class of an error whose stack or message begins with it. */
  errorClass(message: string, stack: string | null): string | undefined;
}
