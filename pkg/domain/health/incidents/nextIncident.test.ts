import type { HealthStatus } from '../../../../src/contract/health/words';
import { nextIncident, type IncidentEvidence, type OpenIncident } from './nextIncident';

const words: Record<string, HealthStatus> = { '+': 'healthy', '~': 'degraded', '-': 'down' };

/** What becomes of a check that has a status each minute: + healthy, ~ degraded, - down. */
function changes(story: string, more: (minute: number) => Partial<IncidentEvidence> = () => ({})): string[] {
  let open: OpenIncident | null = null;
  return [...story].flatMap((letter, minute) => {
    const status = words[letter] ?? 'healthy';
    const step = nextIncident(open, { at: minute, status, troubleSince: null, inMaintenance: false, ...more(minute) });
    open = step.open;
    return step.change === null ? [] : [`${step.change.kind} ${String(step.change.at)}`];
  });
}

describe('an incident', () => {
  it('is the whole run of results that are not healthy', () => {
    expect(changes('+~--~+++-+')).toEqual(['began 1', 'worsened 2', 'eased 4', 'ended 5', 'began 8', 'ended 9']);
  });

  it('began with the first failure, although it took three to be sure', () => {
    expect(changes('+++-', (minute) => ({ troubleSince: minute === 0 ? null : 1 }))).toEqual(['began 1']);
  });

  it('does not begin in maintenance, but begins when trouble outlasts it', () => {
    expect(changes('+---+', (minute) => ({ inMaintenance: minute < 3 }))).toEqual(['began 3', 'ended 4']);
  });

  it('that goes on may end in maintenance', () => {
    expect(changes('-+', (minute) => ({ inMaintenance: minute > 0 }))).toEqual(['began 0', 'ended 1']);
  });

  it('remembers the worst that it came to', () => {
    const first = nextIncident(null, { at: 0, status: 'down', troubleSince: null, inMaintenance: false });
    const eased = nextIncident(first.open, { at: 1, status: 'degraded', troubleSince: 0, inMaintenance: false });
    expect(eased.open).toEqual({ startedAt: 0, worst: 'down', status: 'degraded' });
  });
});
