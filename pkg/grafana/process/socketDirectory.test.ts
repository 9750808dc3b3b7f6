import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { socketDirectory } from './socketDirectory';

describe('socketDirectory', () => {
  it('is new each time and open to its owner only', () => {
    const [one, two] = [socketDirectory(undefined), socketDirectory(undefined)];
    expect(one.socketPath).not.toBe(two.socketPath);
    expect(statSync(path.dirname(one.socketPath)).mode & 0o777).toBe(0o700);
    one.remove();
    two.remove();
    expect(existsSync(path.dirname(one.socketPath))).toBe(false);
  });

  it('lies where Grafana wants it', () => {
    const wanted = mkdtempSync(path.join(tmpdir(), 'wanted-'));
    const directory = socketDirectory(wanted);
    expect(directory.socketPath.startsWith(wanted)).toBe(true);
    directory.remove();
  });

  it.each(['/does/not/exist', `/tmp/${'x'.repeat(100)}`])('lies elsewhere where it cannot lie in %s', (wanted) => {
    const directory = socketDirectory(wanted);
    expect(directory.socketPath.startsWith(wanted)).toBe(false);
    expect(directory.socketPath.length).toBeLessThan(104);
    directory.remove();
  });
});
