import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratchDirectory } from '../testing/scratchDirectory';
import { runningOwnerUrl } from './runningOwnerUrl';

describe('the address of a running embedded database', () => {
  const scratch = scratchDirectory();

  it('is not known where none ever ran', async () => {
    expect(await runningOwnerUrl(join(scratch(), 'data'))).toBeUndefined();
  });

  it('is not believed when the file of a killed one says so', async () => {
    const dataDir = scratch();
    mkdirSync(join(dataDir, 'postgres/data'), { recursive: true });
    const stale = [
      '1',
      join(dataDir, 'postgres/data'),
      '1',
      '5432',
      join(dataDir, 'postgres/run'),
      '',
      ' 1 2',
      'ready   ',
    ];
    writeFileSync(join(dataDir, 'postgres/data/postmaster.pid'), stale.join('\n'));
    expect(await runningOwnerUrl(dataDir)).toBeUndefined();
  });
});
