import { expandText, PlaceholderProblem } from './expandText';
import { expandValue } from './expandValue';
import { describeProblem, readFile } from './readFile';

const kinds = ['alert_rules', 'silences'];
const read = (text: string) => {
  const { entries, problems } = readFile({ name: 'team/web.yaml', text }, kinds);
  return {
    entries: entries.map(({ orgId, kind, index, name }) => [orgId, kind, index, name]),
    problems: problems.map(describeProblem),
  };
};

describe('a file of things as code', () => {
  it('is read list by list, of one or more organisations', () => {
    const text = 'apiVersion: 1\nalert_rules:\n  - name: a\n  - name: b\n---\norg_id: 2\nsilences:\n  - name: s\n';
    expect(read(text)).toEqual({
      entries: [
        [1, 'alert_rules', 0, 'a'],
        [1, 'alert_rules', 1, 'b'],
        [2, 'silences', 0, 's'],
      ],
      problems: [],
    });
    expect(read('')).toEqual({ entries: [], problems: [] });
  });

  it('says what it cannot read, and reads the rest', () => {
    const text = 'alert_rules:\n  - just text\n  - name: good\nsilences: none\ndashboards: []\n';
    expect(read(text)).toEqual({
      entries: [[1, 'alert_rules', 1, 'good']],
      problems: [
        'team/web.yaml: alert_rules[0]: must be a mapping of fields',
        'team/web.yaml: silences: must be a list',
        'team/web.yaml: has "dashboards", which is none of alert_rules, silences',
      ],
    });
  });

  it.each([
    ['what is no YAML', 'alert_rules: [', 'is not YAML'],
    ['a key that is there twice', 'silences: []\nsilences: []', 'is not YAML'],
    ['a list of everything', '- a', 'must be a mapping of lists'],
    ['a version of another day', 'apiVersion: 2', 'apiVersion 2'],
    ['an organisation that is none', 'org_id: web', '"org_id"'],
    [
      'aliases that multiply themselves',
      `a: &a [x,x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]\nsilences: []`,
      'cannot be read',
    ],
    ['a book', ' '.repeat(3 * 1024 * 1024), 'longer than'],
  ])('refuses %s', (_what, text, complaint) => {
    const { entries, problems } = read(text);
    expect(entries).toEqual([]);
    expect(problems[0]).toContain(complaint);
  });
});

describe('placeholders', () => {
  const source = {
    variable: (name: string) => (name === 'TOKEN' ? 'abc' : undefined),
    file: (path: string) => (path === '/run/secrets/t' ? 'xyz' : undefined),
  };

  it('are filled in from the environment and from files, and a doubled dollar stays', () => {
    expect(expandText('Bearer ${TOKEN}', source)).toBe('Bearer abc');
    expect(expandText('$__file{/run/secrets/t}', source)).toBe('xyz');
    expect(expandText('$${TOKEN} costs $5, a$', source)).toBe('${TOKEN} costs $5, a$');
    expect(expandValue({ a: ['${TOKEN}', 1, null], b: { c: 'x' } }, source)).toEqual({
      a: ['abc', 1, null],
      b: { c: 'x' },
    });
  });

  it('that stand for nothing are a problem of their field', () => {
    expect(() => expandValue({ settings: { to: ['${NOBODY}'] } }, source)).toThrow(
      '"settings.to.0" holds ${NOBODY}, but the variable NOBODY is not set'
    );
    expect(() => expandText('$__file{/nowhere}', source)).toThrow(PlaceholderProblem);
  });

  it('are refused where nobody on the server wrote them', () => {
    expect(() => expandText('$__file{/etc/passwd}', undefined)).toThrow(PlaceholderProblem);
    expect(() => expandText('${HOME}', undefined)).toThrow(PlaceholderProblem);
  });
});
