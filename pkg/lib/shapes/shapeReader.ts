import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** What is wrong with the part of a value at `field`, whose names have dots between them. */
export type Complain = (field: string, complaint: string) => Error;

/**
 * Reads values of one schema. Where one is not of it, what `complain` makes of the first wrong part is thrown.
 * @param root how the person who wrote the value calls it
 */
export function shapeReader<S extends TSchema>(
  schema: S,
  root: string,
  complain: Complain
): (value: unknown) => Static<S> {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) {
      return value;
    }
    const [first] = validator.Errors(value);
    const place = [root, ...(first?.instancePath.split('/').slice(1) ?? [])];
    const { keyword, params } = first ?? {};
    if (keyword === 'required' && params && 'requiredProperties' in params) {
      throw complain([...place, String(params.requiredProperties[0])].join('.'), 'is missing');
    }
    if (keyword === 'boolean') {
      throw complain(place.join('.'), 'is no part of it');
    }
    const allowed = keyword === 'enum' && params && 'allowedValues' in params ? params.allowedValues : undefined;
    const complaint = Array.isArray(allowed) ? `must be one of ${allowed.join(', ')}` : (first?.message ?? 'is wrong');
    throw complain(place.join('.'), complaint);
  };
}
