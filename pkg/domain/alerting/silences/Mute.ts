import type { LabelMatcher } from '../../../../src/contract/alerting/LabelMatcher';
import type { Labels } from '../labels/labelsKey';
import type { Schedule } from './Schedule';

/** Something that keeps people from being told. */
export type Mute =
  | {
      kind: 'silence';
      id: string;
      /** What a person knows it by. */
      name: string;
      matchers: readonly LabelMatcher[];
      /** Epoch milliseconds. */
      from: number;
      to: number;
    }
  | {
      kind: 'maintenance window';
      id: string;
      name: string;
      matchers: readonly LabelMatcher[];
      services: readonly string[];
      schedule: Schedule;
    };

/** What may be muted: an alert instance by its labels, a health check by its service. */
export interface MutedSubject {
  labels: Labels;
  /** Unless given: the label `service_name`. */
  service?: string;
}
