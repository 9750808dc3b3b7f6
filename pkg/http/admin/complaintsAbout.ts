/** What a schema's validator says of one place of a value. */
export interface SchemaError {
  keyword: string;
  /** JSON pointer, after a `#`, to the part of the schema that is not met. */
  schemaPath: string;
  /** JSON pointer. */
  instancePath: string;
  message: string;
  params: object;
}

/** How many complaints one answer carries. */
const longestList = 3;

/**
 * A validator's errors as what a person can act on, each naming its place: a choice of words is one complaint that lists
 * them, not one for every word, and a pattern is told by the description that its schema has of it.
 * @param part what was checked: `body`, `querystring`, `params`
 */
export function complaintsAbout(part: string, schema: object, errors: readonly SchemaError[]): string {
  const complaints = new Set<string>();
  const told = new Set<string>();
  for (const error of errors) {
    const { instancePath, keyword, message } = error;
    const here = errors.filter((other) => other.instancePath === instancePath);
    const allowed = here.flatMap(allowedValues);
    // That no branch of a choice fits says nothing that the branches did not say.
    const isSummary = keyword === 'anyOf' && here.length > 1;
    if (allowed.length > 0 && (isSummary || allowedValues(error).length > 0)) {
      if (!told.has(instancePath)) {
        told.add(instancePath);
        complaints.add(`${part}${instancePath} must be ${allowed.length > 1 ? 'one of ' : ''}${allowed.join(', ')}`);
      }
    } else if (!isSummary) {
      const wanted = keyword === 'pattern' ? descriptionAt(schema, error.schemaPath) : undefined;
      complaints.add(`${part}${instancePath} ${wanted === undefined ? message : `must be ${wanted}`}`);
    }
  }
  return [...complaints].slice(0, longestList).join('; ');
}

/** The words of a choice, of which a union has one an error and an enumeration all at once. */
function allowedValues({ keyword, params }: SchemaError): string[] {
  if (keyword === 'const' && 'allowedValue' in params) {
    return [String(params.allowedValue)];
  }
  return keyword === 'enum' && 'allowedValues' in params && Array.isArray(params.allowedValues)
    ? params.allowedValues.map(String)
    : [];
}

function descriptionAt(schema: object, schemaPath: string): string | undefined {
  let at: unknown = schema;
  for (const step of schemaPath.split('/').slice(1)) {
    at = typeof at === 'object' && at !== null ? Reflect.get(at, step) : undefined;
  }
  return typeof at === 'object' && at !== null && 'description' in at && typeof at.description === 'string'
    ? at.description
    : undefined;
}
