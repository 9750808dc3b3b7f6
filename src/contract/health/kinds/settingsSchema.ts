import { Type, type TSchema } from 'typebox';
import { ConditionQuery } from '../../alerting/conditions';
import { RequestHeaders } from '../secrets';
import type { SettingField, SettingFields } from './SettingField';

const strict = { additionalProperties: false };

/** The schema of settings with these fields and no others. For the server: the browser reads the fields themselves. */
export function settingsSchema(fields: SettingFields): TSchema {
  const properties = Object.entries(fields).map(([name, field]) => {
    const schema = schemaOf(field);
    return [name, field.isRequired ? schema : Type.Optional(schema)] as const;
  });
  return Type.Object(Object.fromEntries(properties), strict);
}

function schemaOf(field: SettingField): TSchema {
  switch (field.type) {
    case 'text':
    case 'long':
      return Type.String({ minLength: field.minLength ?? 0, maxLength: field.maxLength });
    case 'url':
      return Type.String({ minLength: 1, maxLength: 2048, pattern: `^(${field.schemes.join('|')})://\\S+$` });
    case 'host':
      return Type.String({ minLength: 1, maxLength: 253, pattern: '^\\S+$' });
    case 'number':
      return numberSchema(field);
    case 'choice':
      return Type.Enum([...field.choices]);
    case 'switch':
      return Type.Boolean();
    case 'headers':
      return RequestHeaders;
    case 'auth':
      return Type.Union([
        Type.Object({ kind: Type.Literal('basic'), username: Type.String({ maxLength: 255 }) }, strict),
        Type.Object({ kind: Type.Literal('bearer') }, strict),
      ]);
    case 'query':
      return ConditionQuery;
  }
}

function numberSchema({ minimum, maximum, isFraction }: Extract<SettingField, { type: 'number' }>): TSchema {
  const limits = { ...(minimum !== undefined && { minimum }), ...(maximum !== undefined && { maximum }) };
  return isFraction ? Type.Number(limits) : Type.Integer(limits);
}
