import { m0001Apps } from './m0001Apps';
import { m0002Access } from './m0002Access';
import { m0003People } from './m0003People';
import { m0004RawTables } from './m0004RawTables';
import { m0005Partitions } from './m0005Partitions';
import { m0006Views } from './m0006Views';
import { m0007Alerting } from './m0007Alerting';
import { m0008Dashboards } from './m0008Dashboards';
import { m0009ErrorGroups } from './m0009ErrorGroups';
import { m0010Summaries } from './m0010Summaries';
import { m0011Retention } from './m0011Retention';
import { m0012Consent } from './m0012Consent';
import { m0013Enrichment } from './m0013Enrichment';
import { m0014AlertLives } from './m0014AlertLives';
import { m0015CoveringIndex } from './m0015CoveringIndex';
import { m0016Notifications } from './m0016Notifications';
import { m0017AlertEvidence } from './m0017AlertEvidence';
import { m0018Silences } from './m0018Silences';
import { m0019Provisioned } from './m0019Provisioned';
import { m0020AlertEvaluations } from './m0020AlertEvaluations';
import { m0021Weeks } from './m0021Weeks';
import { m0022Health } from './m0022Health';
import { m0023UserIndexes } from './m0023UserIndexes';
import { m0024SixHours } from './m0024SixHours';
import { m0025OldSilences } from './m0025OldSilences';
import { m0026ResultsByCheck } from './m0026ResultsByCheck';
import { m0027SilenceRetention } from './m0027SilenceRetention';
import type { Migration } from './Migration';

/** The schema's history, oldest first. */
export const migrations: readonly Migration[] = [
  m0001Apps,
  m0002Access,
  m0003People,
  m0004RawTables,
  m0005Partitions,
  m0006Views,
  m0007Alerting,
  m0008Dashboards,
  m0009ErrorGroups,
  m0010Summaries,
  m0011Retention,
  m0012Consent,
  m0013Enrichment,
  m0014AlertLives,
  m0015CoveringIndex,
  m0016Notifications,
  m0017AlertEvidence,
  m0018Silences,
  m0019Provisioned,
  m0020AlertEvaluations,
  m0021Weeks,
  m0022Health,
  m0023UserIndexes,
  m0024SixHours,
  m0025OldSilences,
  m0026ResultsByCheck,
  m0027SilenceRetention,
];

/** The schema this program knows. */
export const knownSchema = migrations.length;
