import fc from 'fast-check';
import { Client } from 'pg';
import { RE2JS } from 're2js';
import { patternOf } from '../../domain/query/regex/patternOf';
import { sqlState } from '../connections/sqlState';
import { forEachDatabase } from '../testing/forEachDatabase';

const atoms = fc.constantFrom(
  ...['a', 'b', 'A', '1', '_', '-', ' ', '/', '.', '\\.', '\\d', '\\D', '\\w', '\\W', '\\s', '\\S', 'é', '💥', '\\n'],
  ...[
    '[ab]',
    '[^ab]',
    '[a-c1]',
    '[]a]',
    '[^]a]',
    '[-a]',
    '[a-]',
    '[\\d-]',
    '[\\s\\S]',
    '[^\\W_]',
    '[[:alpha:]1]',
    '[[:^digit:]]',
  ],
  ...[
    '\\x41',
    '\\x{e9}',
    '\\Qa.b\\E',
    '\\\\',
    '\\/',
    '\\-',
    '{',
    'a{,2}',
    '\\t',
    '[\\]\\\\^]',
    '(?s:.)',
    '(?P<n>ab)',
    '(?<m>b)',
  ]
);
const counted = fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '{2}', '{0,2}', '{1,}', '{2,3}?');
const pattern = fc.letrec<{ alternatives: string; sequence: string; piece: string }>((tie) => ({
  alternatives: fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('|')),
  sequence: fc.array(tie('piece'), { maxLength: 4 }).map((parts) => parts.join('')),
  piece: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.tuple(atoms, counted).map(([atom, count]) => (count.startsWith('{') && /[{}]/.test(atom) ? atom : atom + count)),
    fc.constantFrom('^', '$', '\\b', '\\B', '\\A', '\\z'),
    fc
      .tuple(fc.constantFrom('(', '(?:', '(?s:', '(?-s:', '(?P<x>'), tie('alternatives'), counted)
      .map(([open, inner, count]) => `${open}${inner})${count}`)
  ),
})).alternatives;
const flags = fc.constantFrom('', '', '', '(?i)', '(?s)', '(?is)');
const text = fc.array(
  fc.constantFrom(
    'a',
    'b',
    'c',
    'A',
    'B',
    '1',
    '2',
    '_',
    '-',
    ' ',
    '/',
    '.',
    '\n',
    '\t',
    'é',
    '💥',
    '{',
    ']',
    '\\',
    '^'
  ),
  { maxLength: 12 }
);

/** Whether RE2 takes it; duplicate names of groups and the like are refused. */
function re2(source: string): RE2JS | undefined {
  try {
    return RE2JS.compile(source);
  } catch {
    return undefined;
  }
}

forEachDatabase('regular expressions', (db) => {
  let client: Client;
  beforeAll(async () => {
    client = new Client({ connectionString: db.urlFor('query') });
    await client.connect();
    await client.query(`set statement_timeout = '300ms'`);
  });

  it('match in PostgreSQL what they match in RE2', async () => {
    await fc.assert(
      fc.asyncProperty(flags, pattern, fc.array(text, { minLength: 1, maxLength: 8 }), async (lead, body, texts) => {
        const source = lead + body;
        const expected = re2(source);
        fc.pre(expected !== undefined);
        const words = texts.map((characters) => characters.join(''));
        const { rows } = await client
          .query<{ found: boolean }>(
            'select word ~ $2 as found from unnest($1::text[]) with ordinality as given (word, place) order by place',
            [words, patternOf(source, 'field')]
          )
          // Anchors within repeated groups can take PostgreSQL for ever; the store gives such a pattern up.
          .catch((error: unknown) => {
            fc.pre(sqlState(error) !== '57014');
            throw error;
          });
        expect(rows.map(({ found }) => found)).toEqual(words.map((word) => expected?.matcher(word).find()));
      }),
      { numRuns: 500 }
    );
  }, 60_000);

  it.each([
    '^(a+)+$',
    '^(a|a)*$',
    '^(a|aa)+$',
    '(.*)*x',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
    '(.{1,25}){1,25}x',
  ])('do not explode: %s', async (source) => {
    await client.query(`set statement_timeout = '5s'`);
    const long = `${'a'.repeat(5000)}!`;
    const { rows } = await client.query('select $1 ~ $2 as found', [long, patternOf(source, 'field')]);
    expect(rows).toEqual([{ found: false }]);
  });

  it('are closed', () => client.end());
});
