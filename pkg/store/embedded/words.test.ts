import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from '../../lib/Logger';
import { describeFailure } from './describeFailure';
import { refuseNetworkFileSystem } from './networkFileSystem';
import { ServerLog } from './serverLog';
import { asArguments, serverSettings } from './serverSettings';

describe('the log of PostgreSQL', () => {
  const lines: string[] = [];
  const logger = new Proxy({} as Logger, {
    get: (_target, level) => (message: string) => lines.push(`${String(level)} ${message}`),
  });

  it('goes line by line into ours, by severity, and remembers why it ended', async () => {
    const stream = new PassThrough();
    const log = new ServerLog(logger);
    log.follow(stream);
    stream.end(
      [
        'LOG:  ready to accept connections',
        'WARNING:  that was close',
        'ERROR:  duplicate key',
        '2026-11-23 09:27:14.301 GMT [10052] FATAL:  invalid value',
        'PANIC:  could not write',
        'DEBUG1:  details',
        '',
      ].join('\n')
    );
    await nextTurn();
    await nextTurn();
    expect(lines).toEqual([
      'info ready to accept connections',
      'warn that was close',
      'debug duplicate key',
      'warn invalid value',
      'error could not write',
      'debug details',
    ]);
    expect(log.complaint).toBe('could not write');
  });
});

describe('a failed program', () => {
  it.each([
    ['initdb: error: directory is not empty\nhint', 'directory is not empty'],
    ['FATAL:  data directory has wrong ownership\nHINT: …', 'data directory has wrong ownership'],
    ['LOG: x\nERROR:  could not write: No space left on device', 'the disk is full. Free some space and start again'],
    ['one\nlast words\n', 'last words'],
    ['', 'it ended without a word'],
  ])('%j is told as %j', (output, told) => {
    expect(describeFailure(output)).toBe(told);
  });
});

describe('a file system', () => {
  it.each([
    [0x6969, 'NFS'],
    [-0xacb2be, 'CIFS'],
    [0x65735546, 'FUSE'],
  ])('of type %s is refused as %s', async (type, name) => {
    const kernel = { typeOf: () => Promise.resolve(type) };
    await expect(refuseNetworkFileSystem('/mnt/share', kernel)).rejects.toThrow(`network file system (${name})`);
  });

  it.each([
    ['ext4', 0xef53],
    ['XFS', 0x58465342],
    ['Btrfs', 0x9123683e],
    ['overlay', 0x794c7630],
    ['tmpfs', 0x01021994],
    ['ZFS', 0x2fc12fc1],
  ])('%s is taken', async (_name, type) => {
    await expect(refuseNetworkFileSystem('/data', { typeOf: () => Promise.resolve(type) })).resolves.toBeUndefined();
  });
});

describe('the settings', () => {
  it('never let what visitors sent into the log', () => {
    expect(serverSettings('/run')).toMatchObject({ log_min_error_statement: 'panic', log_error_verbosity: 'terse' });
  });

  it('keep a folder with a comma or a quote in one piece', () => {
    expect(serverSettings('/a, "b"').unix_socket_directories).toBe('"/a, ""b"""');
    expect(asArguments({ work_mem: '8MB' })).toEqual(['-c', 'work_mem=8MB']);
  });
});
