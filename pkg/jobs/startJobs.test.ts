import { silentLogger } from '../lib/Logger';
import { manualClock } from '../lib/testing/manualClock';
import type { Maintenance } from './Maintenance';
import { startJobs } from './startJobs';

describe('startJobs', () => {
  it('runs every job at the start, each with the time, also when another fails', async () => {
    const clock = manualClock();
    const maintenance: jest.Mocked<Maintenance> = {
      ensureDaysAhead: jest.fn().mockResolvedValue(9),
      dropExpired: jest.fn().mockRejectedValue(new Error('away')),
      trimExpired: jest.fn().mockResolvedValue(0),
      refreshBehaviour: jest.fn().mockResolvedValue(0),
      destroySalts: jest.fn().mockResolvedValue(0),
      finishDeletions: jest.fn().mockResolvedValue(0),
      refreshErrorGroups: jest.fn().mockResolvedValue(0),
      endIgnoring: jest.fn().mockResolvedValue(0),
      trimErrorGroups: jest.fn().mockResolvedValue(0),
      refreshSummaries: jest.fn().mockResolvedValue(0),
      expireSummaries: jest.fn().mockResolvedValue(0),
    };
    const jobs = startJobs(maintenance, clock, silentLogger);
    await jobs.stop();
    for (const act of Object.values(maintenance)) {
      expect(act).toHaveBeenCalledTimes(1);
      expect([[], [clock.now()]]).toContainEqual(act.mock.calls[0]);
    }
  });

  it('does not wait for a job that hangs', async () => {
    const clock = manualClock();
    const never = () => new Promise<number>(() => undefined);
    const maintenance: Maintenance = {
      ensureDaysAhead: never,
      dropExpired: never,
      trimExpired: never,
      refreshBehaviour: never,
      destroySalts: never,
      finishDeletions: never,
      refreshErrorGroups: never,
      endIgnoring: never,
      trimErrorGroups: never,
      refreshSummaries: never,
      expireSummaries: never,
    };
    const stopped = startJobs(maintenance, clock, silentLogger).stop();
    await clock.advance(1_000);
    await stopped;
  });
});
