import { second } from '../../lib/duration';
import { manualClock } from '../../lib/testing/manualClock';
import { watchParent } from './watchParent';

describe('watchParent', () => {
  it('notices within a second that the parent is another', async () => {
    const clock = manualClock();
    const orphaned = jest.fn();
    let parent = 100;
    const watching = watchParent(100, () => parent, clock, new AbortController().signal, orphaned);
    await clock.advance(60 * second);
    expect(orphaned).not.toHaveBeenCalled();
    parent = 1;
    await clock.advance(second);
    expect(orphaned).toHaveBeenCalledTimes(1);
    await watching;
  });

  it('is content with a parent whose pid is 1, as Grafana’s is in a container', async () => {
    const clock = manualClock();
    const stop = new AbortController();
    const orphaned = jest.fn();
    const watching = watchParent(1, () => 1, clock, stop.signal, orphaned);
    await clock.advance(60 * second);
    stop.abort();
    await watching;
    expect(orphaned).not.toHaveBeenCalled();
  });
});
