import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { isDataKind } from '../../src/contract/query/isDataKind';
import { fieldsOf, attributeColumns } from '../../src/contract/query/fields';
import { Query } from '../../src/contract/query/Query';
import { dashboardFiles, dashboardsDir } from './dashboardFiles';
import { dashboards } from './dashboards';

const query = Compile(Query);
const all = Object.entries(dashboards);

describe('the prebuilt dashboards', () => {
  it('lie under provisioning as the code makes them, and no others do', () => {
    const files = dashboardFiles(dashboards);
    expect(readdirSync(dashboardsDir).sort()).toEqual(files.map(({ file }) => file).sort());
    for (const { file, text } of files) {
      expect(readFileSync(join(dashboardsDir, file), 'utf8')).toBe(text);
    }
  });
  it('have uids of their own', () => {
    expect(new Set(all.map(([, { uid }]) => uid)).size).toBe(all.length);
  });
});

describe.each(all)('the dashboard %s', (_, { panels, templating, links }) => {
  const targets = panels.flatMap(({ targets }) => targets);

  it('asks what the server understands', () => {
    const asked = templating.list.flatMap((variable) => ('query' in variable ? [variable.query] : []));
    for (const target of [...targets, ...asked]) {
      expect([target.refId, query.Check(target)]).toEqual([target.refId, true]);
    }
  });
  it('groups and filters by fields that the kind has', () => {
    for (const { kind, groupBy = [], filters = [] } of targets) {
      if (!isDataKind(kind)) {
        throw new Error(`${kind} is no kind of data`);
      }
      const known = fieldsOf(kind).map(({ name }) => name);
      const used = [...groupBy, ...filters.map(({ field }) => field)];
      expect(used.filter((name) => !known.includes(name) && !name.startsWith(attributeColumns[kind]))).toEqual([]);
    }
  });
  it('shows nobody a field that points at a person', () => {
    for (const { kind, groupBy = [] } of targets) {
      const personal = isDataKind(kind) ? fieldsOf(kind).filter((field) => field.personal) : [];
      expect(personal.filter(({ name }) => groupBy.includes(name))).toEqual([]);
    }
  });
  it('names every metric that it asks for', () => {
    for (const { kind, metric } of targets.filter(({ kind }) => kind === 'performance' || kind === 'metrics')) {
      expect([kind, metric]).toEqual([kind, expect.stringMatching(/./)]);
    }
  });
  it('listens to the app variable in every panel', () => {
    for (const { filters } of targets) {
      expect(filters).toContainEqual({ field: 'app', operator: '=', value: '$app' });
    }
  });
  it('says on every panel what is counted', () => {
    expect(panels.filter(({ description }) => description.length < 10)).toEqual([]);
  });
  it('gives every panel an id and a place of its own inside the grid', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, at) => `${x + (at % w)} ${y + Math.floor(at / w)}`)
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(panels.filter(({ gridPos: { x, w } }) => x + w > 24)).toEqual([]);
  });
  it('lets one choose app, environment, release and page, and several of each', () => {
    expect(
      templating.list
        .slice(0, 4)
        .map((variable) => 'multi' in variable && [variable.name, variable.multi, variable.includeAll])
    ).toEqual(['app', 'environment', 'release', 'page'].map((name) => [name, true, true]));
  });
  it('leads to the app', () => {
    expect(links[0]?.url).toMatch(/^\/a\/seamark-monitoring-app\//);
  });
});
