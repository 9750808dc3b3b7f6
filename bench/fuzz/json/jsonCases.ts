/** A body that is JSON (`y`), is none (`n`), or that parsers judge differently (`i`), named after what is special in it. */
export interface JsonCase {
  name: string;
  verdict: 'y' | 'n' | 'i';
  body: Buffer;
}

type Texts = readonly (string | Buffer)[];

const repeated = (text: string, times: number): string => text.repeat(times);
const bytes = (...values: number[]): Buffer => Buffer.from(values);
const inText = (...values: number[]): Buffer => Buffer.concat([bytes(0x22), bytes(...values), bytes(0x22)]);

/** Values by themselves; each also appears in a list, under a key and with space around it. */
const values: Record<JsonCase['verdict'], Texts> = {
  y: [
    'null', 'true', 'false', '0', '-0', '1', '-1', '10', '1.5', '-1.5', '0.1e1', '1e5', '1E5', '1e+5', '1e-5', '123456789012',
    '""', '" "', '"a"', '"\\""', '"\\\\"', '"\\/"', '"/"', '"\\b\\f\\n\\r\\t"', '"\\u0041"', '"\\u00e9"', '"é"', '"💥"', '"\\ud83d\\ude00"',
    '"\\u0000"', '"\\uFFFF"', '"\u007f"', '"\u2028\u2029"', '[]', '[ ]', '[[]]', '{}', '{ }', '{"":0}', '{"a":{}}', '{"a":1,"b":2}',
    '{"__proto__":{"a":1}}', '{"constructor":{"prototype":1}}', '{"a":1,"a":2}', '[1,"a",null,{}]',
  ],
  n: [
    'nul', 'tru', 'True', 'NULL', 'undefined', 'NaN', 'Infinity', '-Infinity', '+1', '01', '-01', '1.', '.1', '-.1', '-', '1e', '1e+', '1.e5',
    '0x10', '1_000', '1 2', '--1', '1,', '"', '"a', "'a'", '"\\x41"', '"\\u12"', '"\\u"', '"\\a"', '"\\"', '"\n"', '"\t"', '"\u0000"',
    '[', ']', '[1', '[1,', '[1,]', '[,1]', '[,]', '[1 2]', '[1}', '[1,,2]', '[1:2]', '{', '}', '{"a"', '{"a":', '{"a":1', '{"a":1,', '{"a":1,}',
    '{,}', '{a:1}', "{'a':1}", '{1:1}', '{"a" 1}', '{"a"::1}', '{"a":1 "b":2}', '{"a":1}}', '[]]', '/**/1', '1//', '#1', '*', '<', '\\', 'a',
  ],
  i: [
    '1e400', '-1e400', '1e-400', '123456789012345678901234567890', '0.12345678901234567890', '-0.0', '1e308', '9007199254740993',
    '"\\ud800"', '"\\udc00"', '"\\ud800\\u0041"', '"\\udc00\\ud800"', inText(0xff), inText(0xc0, 0xaf), inText(0xed, 0xa0, 0x80),
    inText(0xe2, 0x82), inText(0xf4, 0x90, 0x80, 0x80), inText(0xfe, 0xff),
  ],
}; // prettier-ignore

/** Whole bodies: for these, where they stand in the body is what is special. */
const bodies: Record<JsonCase['verdict'], Texts> = {
  y: [' \t\r\n{} \t\r\n', `[${repeated('1,', 5_000)}1]`, `"${repeated('a', 100_000)}"`, `{"${repeated('k', 50_000)}":1}`],
  n: [
    '', ' ', '\n', '\u0000', '{}\u0000', '\f{}', '\u00a0{}', '{}{}', '{} x', bytes(0xff), bytes(0x00, 0x7b, 0x00, 0x7d),
    bytes(0x1f, 0x8b, 0x08, 0x00), '{"items":[', '{"items":[{"type":"event"', '{"meta":{},"events":[}',
  ],
  i: [
    Buffer.from('\ufeff{}'), Buffer.from('{}', 'utf16le'), repeated('[', 100_000), `${repeated('[', 500)}${repeated(']', 500)}`,
    `${repeated('[', 50_000)}${repeated(']', 50_000)}`, `${repeated('{"a":', 50_000)}1${repeated('}', 50_000)}`, repeated('{"a":', 50_000),
  ],
}; // prettier-ignore

const places: ReadonlyArray<readonly [name: string, before: string, after: string]> = [
  ['alone', '', ''],
  ['in a list', '[', ']'],
  ['under a key', '{"a":', '}'],
  ['among items', '{"items":[', '],"meta":{},"events":[]}'],
];

/** Some 600 bodies in the manner of JSONTestSuite, all our own. */
export function jsonCases(): JsonCase[] {
  const verdicts = ['y', 'n', 'i'] as const;
  return verdicts.flatMap((verdict) => [
    ...values[verdict].flatMap((value) =>
      places.map(([place, before, after]) => ({
        name: `${verdict}_${shown(value)} ${place}`,
        verdict: verdictAt(verdict, value, place),
        body: Buffer.concat([Buffer.from(before), Buffer.from(value), Buffer.from(after)]),
      }))
    ),
    ...bodies[verdict].map((body) => ({ name: `${verdict}_body ${shown(body)}`, verdict, body: Buffer.from(body) })),
  ]);
}

/** `1,` and `1 2` are faults by themselves but may be none, or others, among neighbours: then only the answer's kind counts. */
function verdictAt(verdict: JsonCase['verdict'], value: string | Buffer, place: string): JsonCase['verdict'] {
  return verdict === 'n' && place !== 'alone' && !isBroken(`[${value.toString()}]`) ? 'i' : verdict;
}

function isBroken(text: string): boolean {
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

const shown = (value: string | Buffer): string => JSON.stringify(Buffer.from(value).toString('latin1').slice(0, 30));
