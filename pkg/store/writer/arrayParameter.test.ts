import fc from 'fast-check';
import { forEachDatabase } from '../testing/forEachDatabase';
import { withClient } from '../testing/withClient';
import { arrayParameter } from './arrayParameter';
import { ElementWriter, type ColumnType } from './ElementWriter';
import { encodeColumns, type EncodedColumns } from './encodeColumns';

const encoded = (type: ColumnType, values: readonly unknown[]): EncodedColumns =>
  encodeColumns(new ElementWriter(), [{ name: 'value', type, read: (value) => value }], values);
const arrayOf = (type: ColumnType, values: readonly unknown[]): Buffer =>
  arrayParameter(type, [encoded(type, values)], 0);

describe('ElementWriter', () => {
  it('writes an element once more without making it anew', () => {
    const elements = new ElementWriter();
    elements.write('text', 'a');
    elements.repeat(0, elements.length);
    expect([...elements.take()]).toEqual([0, 0, 0, 1, 97, 0, 0, 0, 1, 97]);
    expect(elements.length).toBe(0);
  });

  it('keeps what was taken when it goes on, and grows as it must', () => {
    const elements = new ElementWriter();
    elements.write('text', 'first');
    const taken = elements.take();
    elements.write('text', 'x'.repeat(3_000_000));
    expect(elements.take()).toHaveLength(3_000_004);
    expect(Buffer.from(taken).toString('utf8', 4)).toBe('first');
  });
});

forEachDatabase('an array parameter', (db) => {
  const read = (type: string, values: Buffer): Promise<unknown> =>
    withClient(db.ownerUrl, async (client) => {
      const { rows } = await client.query(`select $1::${type}[]::text[] as found`, [values]);
      return rows[0]?.found;
    });
  const uuid = '6F9619FF-8b86-4d01-b42d-00cf4fc964ff';

  it.each<[ColumnType, unknown[], unknown[]]>([
    ['text', [null, undefined, 'NULL', '', 'a"b\\c', '}},{"'], [null, null, 'NULL', '', 'a"b\\c', '}},{"']],
    ['uuid', [uuid, null], [uuid.toLowerCase(), null]],
    ['bigint', [0, -5, 2 ** 32 + 7, -(2 ** 40) - 1, 9007199254740991, '-9223372036854775808', '9223372036854775807'], ['0', '-5', '4294967303', '-1099511627777', '9007199254740991', '-9223372036854775808', '9223372036854775807']],
    ['float8', [1.5e300, -0.1, Infinity, NaN, 12], ['1.5e+300', '-0.1', 'Infinity', 'NaN', '12']],
    ['boolean', [false, true], ['false', 'true']],
    ['date', [Date.parse('1999-12-31'), Date.parse('2026-11-23T23:59:59Z'), Date.parse('1970-01-01')], ['1999-12-31', '2026-11-23', '1970-01-01']],
    ['jsonb', [{ a: 'b"\\' }, [1, null], 'é\u{1f600}'], ['{"a": "b\\"\\\\"}', '[1, null]', '"é\u{1f600}"']],
  ])('of %s is read as what was written', async (type, values, expected) => {
    expect(await read(type, arrayOf(type, values))).toEqual(expected);
  }); // prettier-ignore

  it.each<[ColumnType, unknown]>([
    ['uuid', 'no-uuid'],
    ['uuid', uuid.slice(1)],
    ['uuid', `${uuid}00`],
    ['uuid', ''],
    ['uuid', `${uuid.slice(0, -1)}é`],
    ['bigint', '9223372036854775808'],
    ['bigint', 1.5],
    ['bigint', 'many'],
    ['float8', '1'],
    ['date', NaN],
    ['date', 1e300],
    ['text', 'a\u0000b'],
    ['jsonb', { a: '\u0000' }],
    ['jsonb', { a: '\ud800' }],
  ])('of %s with %j is refused for its data, and for nothing else', async (type, value) => {
    const good = { uuid, bigint: 1, float8: 1, date: 0, text: 'a', jsonb: {}, boolean: true, epoch: 0 }[type];
    await expect(read(type, arrayOf(type, [good, value]))).rejects.toMatchObject({
      code: expect.stringMatching(/^22/),
    });
  });

  it('is made of any number of pieces', async () => {
    const pieces = [['a'], ['b', null], [], ['c'.repeat(100)]].map((texts) => encoded('text', texts));
    expect(await read('text', arrayParameter('text', pieces, 0))).toEqual(['a', 'b', null, 'c'.repeat(100)]);
  });

  it('is read by PostgreSQL as what was written, whatever the text', async () => {
    await withClient(db.ownerUrl, (client) =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.option(fc.string({ unit: 'binary' }), { nil: null })), async (texts) => {
          const storable = texts.map((text) => text?.replace(/\u0000/g, '') ?? null);
          const { rows } = await client.query('select $1::text[] as texts', [arrayOf('text', storable)]);
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
          const array = arrayOf(
            'jsonb',
            values.map((value) => value ?? 'null')
          );
          const { rows } = await client.query('select to_jsonb($1::jsonb[])::text as found', [array]);
          expect(JSON.parse(rows[0]?.found)).toEqual(values.map((value) => value ?? 'null'));
        }),
        { numRuns: 200 }
      )
    );
  });
});
