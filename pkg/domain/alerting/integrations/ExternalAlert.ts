import type { Severity } from '../../../../src/contract/entities/ErrorLog';
import type { Labels } from '../labels/labelsKey';

/** An alert as another system tells of it. */
export interface ExternalAlert {
  status: 'firing' | 'resolved';
  /** What tells it apart from others. */
  labels: Labels;
  /** What a person reads of it, should it open. */
  text: ExternalText;
  /** What was measured, where that is one number. */
  value: number | null;
}

export interface ExternalText {
  title: string;
  message: string;
  severity: Severity;
  /** Links, times and values, as an instance keeps them. */
  triggered: Record<string, unknown>;
}

/** A notification of another system. */
export interface ExternalNotification {
  alerts: ExternalAlert[];
  /** Alerts that cannot be taken, by their place. */
  rejected: Array<{ index: number; reason: string }>;
  /** Alerts that the sender left out of a message too long for it. Nothing is known of them. */
  truncated: number;
}
