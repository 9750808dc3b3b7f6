import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { complaintsAbout } from './complaintsAbout';

const schema = Type.Object({
  scope: Type.Optional(Type.Union([Type.Literal('read'), Type.Literal('write')])),
  version: Type.Optional(Type.Literal(1)),
  limit: Type.Optional(Type.Union([Type.Object({ burst: Type.Integer({ minimum: 1 }) }), Type.Null()])),
  code: Type.Optional(Type.String({ pattern: '^x' })),
  word: Type.Optional(Type.Enum(['a', 'b'])),
});

describe('complaintsAbout', () => {
  it.each([
    [{ scope: 'root' }, 'body/scope must be one of read, write'],
    [{ version: 2 }, 'body/version must be 1'],
    [{ word: 'c' }, 'body/word must be one of a, b'],
    [{ limit: { burst: 0 } }, 'body/limit/burst must be >= 1; body/limit must be null'],
    [{ code: 'y' }, 'body/code must match pattern "^x"'],
    [{ scope: 1, version: 2, word: 3, code: 4 }, expect.stringMatching(/^body\/scope [^;]*; body[^;]*; body[^;]*$/)],
  ])('says of %j: %s', (value, complaints) => {
    expect(complaintsAbout('body', schema, Compile(schema).Errors(value))).toEqual(complaints);
  });
});
