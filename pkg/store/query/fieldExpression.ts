import { sql } from 'kysely';
import type { DataKind } from '../../../src/contract/query/kinds';
import type { PlannedField } from '../../domain/query/QueryPlan';
import type { Fragment } from './compileStatement';
import { rawTables } from './rawTable';

/** Fields that live in the device's information, under keys of the same name. */
export const deviceFields: readonly string[] = ['browser', 'browser_version', 'os', 'device_type', 'language'];

/** Text that PostgreSQL takes for a number without complaint: at most 15 digits on either side of the point. */
const numberPattern = '^\\s*[-+]?[0-9]{1,15}(\\.[0-9]{1,15})?\\s*$';

/** A field as text, null where a row has none. */
export function textOf(field: PlannedField, kind: DataKind): Fragment {
  if (field.source === 'attribute') {
    return attributeText(field.key, kind);
  }
  return field.type === 'number' ? sql`(${numberOf(field, kind)})::text` : columnText(field.name, kind);
}

/** A field as a double, null where a row's value is none. */
export function numberOf(field: PlannedField, kind: DataKind): Fragment {
  if (field.source === 'attribute') {
    const text = attributeText(field.key, kind);
    return sql`case when ${text} ~ ${numberPattern}::text then (${text})::float8 end`;
  }
  return field.name === 'value' ? rawTables[kind].value : sql.ref(`t.${field.name}`);
}

/** A column that holds text under a name of ours. Names come from the contract's list of fields, never from a query. */
export function columnText(name: string, kind: DataKind): Fragment {
  if (deviceFields.includes(name)) {
    return sql`d.info ->> ${sql.lit(name)}`;
  }
  switch (name) {
    case 'app':
      return kind === 'alerts' ? sql.ref('t.app') : sql.ref('a.name');
    case 'user_id':
    case 'check_id':
    case 'is_bot':
      return sql`${sql.ref(`t.${name}`)}::text`;
    case 'referrer_host':
      return sql`substring(t.referrer from '^[a-z][a-z0-9+.-]*://([^/:?#]+)')`;
    case 'page_url':
      return kind === 'errors' ? sql.ref('t.url') : sql.ref('t.page_url');
    default:
      return sql.ref(`t.${name}`);
  }
}

/** Senders write `http.method` as one key; a nested object answers to the same name. */
function attributeText(key: string, kind: DataKind): Fragment {
  const { attributes } = rawTables[kind];
  const flat = sql`${attributes} ->> ${key}::text`;
  return key.includes('.') ? sql`coalesce(${flat}, ${attributes} #>> ${key.split('.')}::text[])` : sql`(${flat})`;
}
