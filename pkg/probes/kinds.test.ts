import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingField } from '../../src/contract/health/kinds/SettingField';
import { checkKinds, kindOf } from '../../src/contract/health/kinds/kinds';
import { checkAssertions } from '../domain/health/assertions/checkAssertions';
import { withImpliedAssertions } from '../domain/health/assertions/impliedAssertions';
import { withCheckDefaults } from '../domain/health/checks/checkDefaults';
import { checkHealthCheck } from '../domain/health/checks/checkHealthCheck';
import { readCheckSettings } from '../domain/health/checks/readCheckSettings';
import { targetOf } from '../domain/health/checks/targetOf';
import { addressGuard } from '../lib/outbound/AddressGuard';
import { probes } from './probes';

const root = join(__dirname, '../..');
const descriptions = 'src/contract/health/kinds';
/** Where a kind could be treated apart from the others. */
const searched = ['src/pages/health', 'pkg/domain/health', 'pkg/store/health', 'pkg/jobs', 'pkg/probes'];
const probed = checkKinds.filter((kind) => kindOf(kind).way === 'probed');
const foldersIn = (path: string): string[] =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'testing')
    .map(({ name }) => name)
    .sort();

/** Something that may stand in a field, and something that may not. */
function examples(field: SettingField): [good: unknown, bad: unknown] {
  switch (field.type) {
    case 'text':
    case 'long':
      return ['0 3 * * *', 'x'.repeat(field.maxLength + 1)];
    case 'host':
      return ['service.example', 'two words'];
    case 'url':
      return [`${field.schemes[0]}://service.example/`, 'file:///etc/passwd'];
    case 'number':
      return [field.minimum ?? 1, field.minimum === undefined ? 'one' : field.minimum - 1];
    case 'choice':
      return [field.choices[0], 'none of them'];
    case 'switch':
      return [true, 'true'];
    case 'headers':
      return [{ accept: 'text/html' }, { 'not a name': '1' }];
    case 'auth':
      return [{ kind: 'bearer' }, { kind: 'bearer', token: 'in the clear' }];
    case 'query':
      return [{ kind: 'errors', calculation: 'count' }, { kind: 'weather' }];
  }
}

/** Settings in which everything is said. */
const wholeSettings = (kind: (typeof checkKinds)[number]): Record<string, unknown> =>
  Object.fromEntries(Object.entries(kindOf(kind).fields).map(([name, field]) => [name, examples(field)[0]]));

describe('kinds of checks', () => {
  it('are the folders of their descriptions, and those that are probed the folders of their probes', () => {
    expect(foldersIn(descriptions)).toEqual([...checkKinds].sort());
    expect(foldersIn('pkg/probes')).toEqual([...probed].sort());
    expect(Object.keys(probes).sort()).toEqual([...probed].sort());
  });

  it('are known by name in their folders and lists only', () => {
    const names = new RegExp(`'(${probed.join('|')})'`);
    const files = searched
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file)))
      )
      .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file))
      .filter((file) => !probed.some((kind) => file.startsWith(`pkg/probes/${kind}/`)));
    expect(files.length).toBeGreaterThan(100);
    const lines = files.flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split('\n')
        .filter((line) => names.test(line))
        .map((line) => `${file}: ${line.trim()}`)
    );
    // A phase of the same name is none of them, and a form has to begin with one.
    expect(lines.filter((line) => !line.includes('.ended('))).toEqual([
      "src/pages/health/editor/CheckForm.ts: kind: 'http',",
    ]);
  });

  it('call one thing by one name', () => {
    const words = new Map<string, string>();
    for (const [key, word] of checkKinds.flatMap((kind) => Object.entries(kindOf(kind).details ?? {}))) {
      expect([key, words.get(key) ?? word]).toEqual([key, word]);
      words.set(key, word);
    }
  });
});

describe.each(checkKinds)('a check of kind %s', (kind) => {
  const { fields, implied, secrets = [] } = kindOf(kind);
  const whole = wholeSettings(kind);

  it('is read where every setting has a value, and refused, by the name of the field, for each wrong one', () => {
    expect(readCheckSettings(kind, whole).settings).toEqual(whole);
    for (const [name, field] of Object.entries(fields)) {
      const settings = { ...whole, [name]: examples(field)[1] };
      expect(() => readCheckSettings(kind, settings)).toThrow(`"settings.${name}`);
    }
    expect(() => readCheckSettings(kind, { ...whole, unknown: 1 })).toThrow('"settings.unknown" is no part of it');
  });

  it('is refused without what it needs, which the editor marks', () => {
    for (const [name, { isRequired }] of Object.entries(fields)) {
      const { [name]: _left, ...rest } = whole;
      const read = () => readCheckSettings(kind, rest);
      (isRequired ? expect(read) : expect(read).not).toThrow(`"settings.${name}" is missing`);
    }
  });

  it('implies nothing that it could not be asked', () => {
    expect(() => checkAssertions(kind, withImpliedAssertions(kind, []))).not.toThrow();
    expect(implied?.text ?? 'Without').toMatch(/^Without/);
  });

  it('is in words that say what it looks at', () => {
    expect(
      kindOf(kind)
        .inWords(whole as never)
        .trim()
    ).not.toBe('');
  });

  it('connects to nothing that is forbidden', () => {
    const rules = { guard: addressGuard([], 'SEAMARK_PROBE_ALLOW'), complaintAboutQuery: () => undefined };
    const inside = Object.fromEntries(
      Object.entries(whole).map(([name, value]) => {
        const { type } = fields[name] ?? {};
        return [
          name,
          type === 'url'
            ? String(value).replace('service.example', '10.0.0.1')
            : name === 'host' || name === 'resolver'
              ? '10.0.0.1'
              : value,
        ];
      })
    );
    const { auth: _auth, cron: _cron, ...settings } = inside;
    const check = withCheckDefaults({
      service_name: 'inside',
      kind,
      settings: kind === 'heartbeat' ? { every_seconds: 60 } : settings,
    });
    const target = targetOf(readCheckSettings(kind, check.settings));
    expect(target?.host ?? null).toBe(kindOf(kind).way === 'probed' ? '10.0.0.1' : null);
    const keep = () =>
      checkHealthCheck(
        check,
        secrets.filter((name) => name !== 'authorization'),
        rules
      );
    (target === null ? expect(keep).not : expect(keep)).toThrow('is refused: 10.0.0.1 is');
  });
});
