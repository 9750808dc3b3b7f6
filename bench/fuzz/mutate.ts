import type { Chance } from './chance';

const hostile: readonly unknown[] = [
  null, true, -1, 0, 1e308, -1e308, 1e-320, 9007199254740993, '', ' ', '\u0000', '\ud800', '💥', '__proto__', '../../etc', "'; drop table x; --",
  '1970-01-01T00:00:00Z', '2099-01-01T00:00:00Z', 'NaN', [], {}, [[]], { __proto__: 1 }, 'x'.repeat(5000), ['[email]', 'a@b.example'],
]; // prettier-ignore

/** One change to a parsed payload, somewhere in it: a value replaced, taken out, doubled, nested or renamed. */
export function mutateValue(value: unknown, chance: Chance): unknown {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  if (typeof value !== 'object' || value === null || chance() < 0.15) {
    return chance() < 0.8 ? pick(hostile) : nested(value, 1 + Math.floor(chance() * 200));
  }
  if (Array.isArray(value)) {
    const list = [...(value as unknown[])];
    const at = Math.floor(chance() * list.length);
    const entry = list[at];
    list.splice(at, chance() < 0.8 ? 1 : 0, ...(chance() < 0.2 ? [] : [mutateValue(entry, chance)]));
    return list;
  }
  const copy: Record<string, unknown> = { ...value };
  const key = pick(Object.keys(copy));
  if (key === undefined) {
    return pick(hostile);
  }
  const entry = copy[key];
  if (chance() < 0.1) {
    delete copy[key];
  } else {
    copy[chance() < 0.05 ? String(pick(hostile)) : key] = mutateValue(entry, chance);
  }
  return copy;
}

/** Some bytes changed, cut off or repeated. */
export function mutateBytes(data: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(data);
  for (let times = 1 + Math.floor(chance() * 4); times > 0 && copy.length > 0; times -= 1) {
    copy[Math.floor(chance() * copy.length)] = Math.floor(chance() * 256);
  }
  const kind = chance();
  if (kind < 0.2) {
    return copy.subarray(0, Math.floor(chance() * copy.length));
  }
  return kind < 0.3 ? Buffer.concat([copy, copy]) : copy;
}

function nested(value: unknown, depth: number): unknown {
  let result = value;
  for (let level = 0; level < depth; level += 1) {
    result = level % 2 === 0 ? [result] : { a: result };
  }
  return result;
}
