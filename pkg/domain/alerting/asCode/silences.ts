import { CreateSilence } from '../../../../src/contract/resources/silences';
import type { RuleKeeper } from '../rules/AlertRuleRepository';
import { shapeReader } from '../../../lib/shapes/shapeReader';
import { checkSilence } from '../silences/checkMute';
import { MuteProblem } from '../silences/MuteProblem';
import type { SilenceRepository } from '../silences/SilenceRepository';
import { fieldsOf } from './fieldsOf';
import { readAll } from './readAll';
import { writingTo } from './writingTo';

const read = shapeReader(CreateSilence, '', (field, complaint) => new MuteProblem(field.slice(1), complaint));

/** Silences in files: those need a name and both times, so that reading them again changes nothing. */
export function silencesAsCode(silences: SilenceRepository, now: () => number) {
  return {
    name: 'silences',
    path: '/silences',
    role: 'Editor' as const,
    read: (entry: Readonly<Record<string, unknown>>) => {
      const { name, starts_at, ...others } = read(withTimes(entry));
      if (typeof name !== 'string' || starts_at === undefined) {
        throw new MuteProblem(typeof name === 'string' ? 'starts_at' : 'name', 'is missing');
      }
      checkSilence({ ...others, starts_at });
      return { ...others, name, starts_at };
    },
    isOver: ({ ends_at }: Readonly<Record<string, unknown>>) => Date.parse(String(ends_at)) <= now(),
    list: async (who: RuleKeeper) => {
      const all = await readAll((page) => silences.list(who, { statuses: [], ...page }));
      return all.flatMap((silence) =>
        silence.name === null
          ? []
          : [{ id: silence.id, name: silence.name, entry: fieldsOf(silence, Object.keys(CreateSilence.properties)) }]
      );
    },
    ...writingTo(silences, read),
  };
}

/** Times as they are stored, however they were written, so that they can be compared. */
function withTimes(entry: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const times = (['starts_at', 'ends_at'] as const).flatMap((field) => {
    const time = Date.parse(String(entry[field]));
    return Number.isNaN(time) ? [] : [[field, new Date(time).toISOString()] as const];
  });
  return { ...entry, ...Object.fromEntries(times) };
}
