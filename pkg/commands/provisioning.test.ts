import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CheckKind } from '../../src/contract/health/kinds/kinds';
import { criticalErrorsRule } from '../domain/alerting/rules/builtInRules';
import { importFiles } from '../domain/asCode/importFiles';
import { writeFile } from '../domain/asCode/writeFile';
import { explainProblem } from '../http/errors/explainProblem';
import { ProvisioningJob } from '../jobs/provisioning/ProvisioningJob';
import { silentLogger } from '../lib/Logger';
import { forEachDatabase } from '../store/testing/forEachDatabase';
import { ada, alertStory } from '../store/alerting/testing/alertStory';
import { codeKinds } from './codeKinds';

const rule = (name: string, more = '') => `
  - name: ${name}
    condition_type: threshold
    severity: high
    condition_config:
      query: { kind: performance, metric: LCP, calculation: p75, groupBy: [page_path] }
      window_minutes: 5
      operator: '>'
      value: 2500
${more}`;

forEachDatabase('things as code', (db) => {
  const { store, clock } = alertStory(db);
  const all = { statuses: [], limit: 100, cursor: undefined };
  const environment: Record<string, string> = { ONCALL_SECRET: 'a-long-secret' };
  let folder = '';
  let job: ProvisioningJob;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'seamark-provisioning-'));
    job = new ProvisioningJob({
      folder,
      kinds: codeKinds(store(), clock),
      registry: store().provisioned,
      secrets: { variable: (name) => environment[name], file: () => undefined },
      explain: explainProblem,
      logger: silentLogger,
    });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    await run();
    rmSync(folder, { recursive: true });
  });

  const write = (files: Record<string, string>): void => {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  };
  const run = () => job.job.act(clock.now());
  const rules = async () => (await store().alertRules.list(ada, all)).items;
  // The first channel brings a rule with it that is in no file.
  const names = async () =>
    (await rules())
      .map(({ name }) => name)
      .filter((name) => name !== criticalErrorsRule.name)
      .toSorted();

  it('a folder is taken in once, in whatever files it is', async () => {
    write({
      'team/web.yaml': `alert_rules:${rule('LCP')}${rule('INP', '    notification_channels: [on call]')}`,
      'channels.yml': `notification_channels:
  - name: on call
    kind: webhook
    settings: { url: 'https://hooks.example/x', secret: '\${ONCALL_SECRET}' }`,
      'notes.txt': 'alert_rules: x',
    });
    expect(await run()).toBe(3);
    expect(await run()).toBe(0);
    expect(job.problems).toEqual([]);
    expect(await names()).toEqual(['INP', 'LCP']);
  });

  it('a change of a file is made, and what is gone from it is deleted', async () => {
    write({ 'a.yaml': `alert_rules:${rule('LCP')}${rule('INP', '    stale_hours: 5')}` });
    await run();
    const before = await rules();
    write({ 'a.yaml': `alert_rules:${rule('LCP', '    cooldown_minutes: 5')}${rule('INP')}` });
    expect(await run()).toBe(2);
    const after = await rules();
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.find(({ name }) => name === 'LCP')?.cooldown_minutes).toBe(5);
    // What a file no longer says is as if it had never said it.
    expect(after.find(({ name }) => name === 'INP')?.stale_hours).toBe(24);

    write({ 'a.yaml': `alert_rules:${rule('INP')}` });
    expect(await run()).toBe(1);
    expect(await names()).toEqual(['INP']);
  });

  it('another process that starts later finds nothing to do', async () => {
    write({ 'a.yaml': `alert_rules:${rule('LCP')}` });
    await run();
    const [before] = await rules();
    const second = new ProvisioningJob({
      folder,
      kinds: codeKinds(store(), clock),
      registry: store().provisioned,
      secrets: { variable: () => undefined, file: () => undefined },
      explain: explainProblem,
      logger: silentLogger,
    });
    expect(await second.job.act(clock.now())).toBe(0);
    expect((await rules())[0]?.version).toBe(before?.version);
  });

  it('what is wrong is named with file, entry and field, costs no neighbour and deletes nothing', async () => {
    write({ 'a.yaml': `alert_rules:${rule('LCP')}${rule('INP')}` });
    await run();
    write({
      'a.yaml': `alert_rules:${rule('INP').replace('value: 2500', 'value: high')}${rule('CLS')}${rule('CLS')}`,
      'b.yaml': 'alert_rules: [',
      'c.yaml': `notification_channels:
  - name: mail
    kind: email
    settings: { to: ['\${NOBODY}'] }
silences:
  - name: forgotten
    comment: x
    matchers: [{ name: app, operator: '=', value: shop }]
    ends_at: '2030-01-01T00:00:00Z'`,
    });
    await run();
    expect(job.problems).toEqual([
      expect.stringMatching(/^b\.yaml: is not YAML/),
      'c.yaml: notification_channels[0] "mail": "settings.to.0" holds ${NOBODY}, but the variable NOBODY is not set',
      expect.stringMatching(/^a\.yaml: alert_rules\[0\] "INP": "condition_config\.value" must be number/),
      'a.yaml: alert_rules[2] "CLS": "name" is in a.yaml already',
      'c.yaml: silences[0] "forgotten": "starts_at" is missing',
    ]);
    expect(await names()).toEqual(['CLS', 'INP', 'LCP']);
  });

  it('silences and windows come from files too, and a silence that was over before is no problem', async () => {
    write({
      'a.yaml': `silences:
  - { name: old, comment: x, starts_at: 2001-01-01T00:00:00Z, ends_at: 2001-01-02T00:00:00Z, matchers: [{ name: a, operator: '=', value: b }] }
  - { name: new, comment: x, starts_at: 2001-01-01T00:00:00Z, ends_at: 2090-01-02T00:00:00Z, matchers: [{ name: a, operator: '=', value: b }] }
maintenance_windows:
  - { name: nightly, services: [api], time_zone: Europe/Berlin, local_start: '2026-11-30T02:00', duration_minutes: 60, repeat: { every: day } }
`,
    });
    expect(await run()).toBe(2);
    expect(job.problems).toEqual([]);
    expect((await store().silences.list(ada, all)).items.map(({ name }) => name)).toEqual(['new']);
    expect((await store().maintenanceWindows.list(ada, all)).items[0]).toMatchObject({ repeat: { every: 'day' } });
  });

  it('health checks come from files with their secrets, and an export of them changes nothing', async () => {
    const settings: Partial<Record<CheckKind, object>> = {
      http: { url: 'https://api.shop.example/health', auth: { kind: 'bearer' } },
      tcp: { host: 'cache.shop.example', port: 6379 },
      tls: { host: 'shop.example' },
      dns: { name: 'shop.example', record: 'MX' },
      postgres: { host: 'db.shop.example', database: 'shop', user: 'probe' },
      websocket: { url: 'wss://shop.example/live' },
      grpc: { host: 'api.shop.example', port: 443, tls: true },
      smtp: { host: 'mx.shop.example', encryption: 'starttls' },
      heartbeat: { cron: '0 3 * * *', time_zone: 'Europe/Berlin' },
      derived: { query: { kind: 'errors', calculation: 'count' }, window_minutes: 5, down_above: 10 },
    };
    const entries = Object.entries(settings).map(([kind, each]) => ({
      name: `the ${kind}`,
      kind,
      settings: each,
      ...(kind === 'http' && { secrets: { authorization: '${ONCALL_SECRET}' } }),
    }));
    // JSON is YAML.
    write({ 'checks.yaml': JSON.stringify({ health_checks: entries }) });
    expect(await run()).toBe(entries.length);
    expect(job.problems).toEqual([]);
    expect(await run()).toBe(0);
    const any = { statuses: [], kind: undefined, group: undefined, search: 'the http' };
    const [check] = (await store().healthChecks.list(ada, { ...any, limit: 10, cursor: undefined })).items;
    expect(check).toMatchObject({ settings: settings.http, secret_names: ['authorization'] });
    expect(await store().healthChecks.secrets(ada, check?.id ?? '')).toEqual({ authorization: 'a-long-secret' });

    const kinds = codeKinds(store(), clock);
    const text = await writeFile(kinds, ada);
    expect(text).not.toContain('a-long-secret');
    const { items, problems } = await importFiles(kinds, {
      files: [
        { name: 'import', text: JSON.stringify({ health_checks: entries.filter(({ kind }) => kind !== 'http') }) },
      ],
      who: ada,
      secrets: undefined,
      dryRun: true,
      mayWrite: () => true,
      explain: explainProblem,
    });
    expect([problems, new Set(items.map(({ outcome }) => outcome))]).toEqual([[], new Set(['unchanged'])]);

    const wrong = { name: 'inside', kind: 'smtp', settings: { host: '127.0.0.1' } };
    write({ 'checks.yaml': JSON.stringify({ health_checks: [...entries, wrong] }) });
    await run();
    expect(job.problems).toEqual([
      expect.stringMatching(/^checks\.yaml: health_checks\[10\] "inside": "settings\.host" is refused/),
    ]);
  });

  it('a folder that is gone is no empty folder: nothing is deleted', async () => {
    write({ 'a.yaml': `alert_rules:${rule('LCP')}` });
    await run();
    rmSync(folder, { recursive: true });
    expect(await run()).toBe(0);
    expect(await names()).toEqual(['LCP']);
    mkdirSync(folder);
    expect(await run()).toBe(1);
    expect(await names()).toEqual([]);
  });

  it('what was made by hand under the same name is taken over', async () => {
    const made = await store().alertRules.create(ada, {
      name: 'LCP',
      condition_type: 'threshold',
      severity: 'low',
      condition_config: { query: { kind: 'errors', calculation: 'count' }, window_minutes: 5, operator: '>', value: 1 },
    });
    write({ 'a.yaml': `alert_rules:${rule('LCP')}` });
    await run();
    expect(await store().alertRules.get(ada, made.id)).toMatchObject({ severity: 'high' });
    expect((await store().provisioned.files(1, 'alert_rules')).get(made.id)).toBe('a.yaml');
    expect((await store().provisioned.files(2, 'alert_rules')).size).toBe(0);
  });

  it('an export is imported again without a change, also where it was dropped into the folder', async () => {
    write({ 'a.yaml': `alert_rules:${rule('LCP', '    labels: { team: web }')}` });
    await run();
    const kinds = codeKinds(store(), clock);
    const text = await writeFile(kinds, ada);
    expect(text).toContain('name: LCP');
    const imported = (yaml: string, dryRun = false) =>
      importFiles(kinds, {
        files: [{ name: 'import', text: yaml }],
        who: ada,
        secrets: undefined,
        dryRun,
        mayWrite: ({ role }) => role === 'Editor',
        explain: explainProblem,
      });
    expect((await imported(text)).items).toEqual([{ kind: 'alert_rules', name: 'LCP', outcome: 'unchanged' }]);
    const changed = text.replace('severity: high', 'severity: low').replace('name: LCP', 'name: FCP');
    expect((await imported(changed, true)).items).toEqual([{ kind: 'alert_rules', name: 'FCP', outcome: 'created' }]);
    expect(await names()).toEqual(['LCP']);
    expect((await imported(changed)).items).toMatchObject([{ outcome: 'created' }]);
    const channel = 'notification_channels:\n  - { name: m, kind: email, settings: { to: [a@shop.example] } }\n';
    expect((await imported(channel)).problems).toEqual(['import: notification_channels[0] "m": needs the role Admin']);
    expect((await imported(`alert_rules:${rule('"${HOME}"')}`)).problems[0]).toContain('only files on the server may');
  });
});
