import fc from 'fast-check';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { arrayElement, arrayLiteral } from './arrayLiteral';

describe('arrayElement', () => {
  it.each([
    ['text', null, 'NULL'],
    ['text', undefined, 'NULL'],
    ['text', 'NULL', '"NULL"'],
    ['text', '', '""'],
    ['text', 'a"b\\c', '"a\\"b\\\\c"'],
    ['float8', 1.5e300, '1.5e+300'],
    ['boolean', false, 'false'],
    ['jsonb', { a: 'b' }, '"{\\"a\\":\\"b\\"}"'],
    ['uuid', '}},{"', '"}},{\\""'],
  ] as const)('writes %s %p as %s', (type, value, expected) => {
    expect(arrayElement(type, value)).toBe(expected);
  });
});

forEachDatabase('an array literal', (db) => {
  it('is read by PostgreSQL as what was written, whatever the text', async () => {
    await withClient(db.ownerUrl, (client) =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: null })), async (texts) => {
          const storable = texts.map((text) => text?.replace(/\u0000/g, '') ?? null);
          const literal = arrayLiteral(storable.map((text) => arrayElement('text', text)));
          const { rows } = await client.query('select $1::text[] as texts', [literal]);
          expect(rows[0]?.texts).toEqual(storable);
        }),
        { numRuns: 200 }
      )
    );
  });

  it('of JSON is read as what was written, whatever the value', async () => {
    await withClient(db.ownerUrl, (client) =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.jsonValue()), async (given) => {
          // A number that JSON writes as -0 or in another form, and U+0000, are the mapping's business.
          const text = JSON.stringify(given).replace(/\\u0000|(?<![\d.])-0(?![\d.])/g, '1');
          const values = JSON.parse(text) as unknown[];
          const literal = arrayLiteral(values.map((value) => arrayElement('jsonb', value ?? 'null')));
          const { rows } = await client.query('select to_jsonb($1::jsonb[])::text as found', [literal]);
          expect(JSON.parse(rows[0]?.found)).toEqual(values.map((value) => value ?? 'null'));
        }),
        { numRuns: 200 }
      )
    );
  });
});
