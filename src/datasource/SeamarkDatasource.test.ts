import { dateTime, LoadingState, SupplementaryQueryType, type DataQueryRequest, type TimeRange } from '@grafana/data';
import { DataSourceWithBackend, setGrafanaLiveSrv, type GrafanaLiveSrv } from '@grafana/runtime';
import { lastValueFrom, of, toArray } from 'rxjs';
import type { SeamarkQuery } from './query/SeamarkQuery';
import { testDatasource } from './testing/testDatasource';

const from = dateTime('2026-11-23T08:00:00Z');
const to = dateTime('2026-11-23T09:00:00Z');
const range: TimeRange = { from, to, raw: { from, to } };
const request = (targets: SeamarkQuery[]): DataQueryRequest<SeamarkQuery> => ({
  requestId: 'Q1',
  interval: '1m',
  intervalMs: 60_000,
  range,
  scopedVars: {},
  targets,
  timezone: 'utc',
  app: 'explore',
  startTime: 0,
});
const events: SeamarkQuery = { refId: 'A', kind: 'events', calculation: 'count' };

afterEach(() => jest.restoreAllMocks());

describe('the datasource', () => {
  it('starts a query with the p75 of LCP', () => {
    const { datasource } = testDatasource();
    expect(datasource.getQueryDisplayText({ refId: 'A', kind: 'events', ...datasource.getDefaultQuery() })).toBe(
      'p75 of LCP'
    );
  });
  it('does not send what says too little', () => {
    const { datasource } = testDatasource();
    expect(datasource.filterQuery({ refId: 'A', kind: 'metrics', calculation: 'avg' })).toBe(false);
    expect(datasource.filterQuery(events)).toBe(true);
  });
  it('replaces variables and adds the filters of the dashboard', () => {
    const { datasource } = testDatasource({
      variables: { app: { value: ['shop', 'blog'], text: 'shop + blog', multi: true } },
    });
    const query = { ...events, filters: [{ field: 'app', operator: '=' as const, value: '$app' }] };
    const adHoc = [{ key: 'browser', operator: '=', value: 'Firefox' }];
    expect(datasource.applyTemplateVariables(query, {}, adHoc).filters).toEqual([
      { field: 'app', operator: '=', value: ['shop', 'blog'] },
      { field: 'browser', operator: '=', value: 'Firefox' },
    ]);
  });
  it('offers fields of the kind that the dashboard asks about as keys of ad hoc filters', async () => {
    const field = { name: 'browser', label: 'Browser', type: 'string', kinds: ['events'], personal: false };
    const { datasource, getResource } = testDatasource({
      fields: [field, { ...field, name: 'event_data.plan', label: 'plan' }],
    });
    await expect(datasource.getTagKeys({ filters: [], queries: [events, events] })).resolves.toEqual([
      { text: 'Browser', value: 'browser', group: '' },
      { text: 'plan', value: 'event_data.plan', group: 'Attributes' },
    ]);
    expect(getResource).toHaveBeenCalledWith('fields', { kind: 'events' }, expect.anything());
  });
  it('names no kind where a dashboard mixes several', async () => {
    const { datasource, getResource } = testDatasource();
    await datasource.getTagKeys({ filters: [], queries: [events, { refId: 'B', kind: 'errors' }] });
    expect(getResource).toHaveBeenCalledWith('fields', undefined, expect.anything());
  });
  it('asks for values in the time range, with the field safe inside the path', async () => {
    const { datasource, getResource } = testDatasource({ values: ['free'] });
    const found = await datasource.getTagValues({ key: 'event_data.a/b', filters: [], timeRange: range });
    expect(found).toEqual([{ text: 'free' }]);
    expect(getResource).toHaveBeenCalledWith(
      'fields/event_data.a%2Fb/values',
      { from: '2026-11-23T08:00:00.000Z', to: '2026-11-23T09:00:00.000Z' },
      expect.anything()
    );
  });
  it('asks nothing while a variable holds nothing, as on an empty database', async () => {
    const sent = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(of({ data: [] }));
    const { datasource } = testDatasource({ variables: { metric: { value: '' } } });
    const metric: SeamarkQuery = { refId: 'M', kind: 'metrics', metric: '$metric', calculation: 'p75' };
    await lastValueFrom(datasource.query(request([events, metric])));
    expect(sent).toHaveBeenCalledWith(expect.objectContaining({ targets: [events] }));
  });
  it('asks for the values of every app where several are chosen', async () => {
    const { datasource, getResource } = testDatasource({ variables: { app: { value: ['shop', 'blog'] } } });
    await datasource.listFieldValues('browser', { app: '$app' });
    expect(getResource).toHaveBeenCalledWith('fields/browser/values', {}, expect.anything());
    await datasource.listFieldValues('browser', { app: 'shop' });
    expect(getResource).toHaveBeenLastCalledWith('fields/browser/values', { app: 'shop' }, expect.anything());
  });
  it('leaves it to the caller when suggestions cannot be had', async () => {
    const { datasource } = testDatasource({ fields: new Error('away') });
    await expect(datasource.listFields('events')).rejects.toThrow('away');
  });
});

describe('live queries', () => {
  const live: SeamarkQuery = { ...events, refId: 'L', live: true };

  it('are streams beside the stored ones', async () => {
    const getDataStream = jest.fn().mockReturnValue(of({ data: [{ fields: [] }], state: LoadingState.Streaming }));
    setGrafanaLiveSrv({ getDataStream } as unknown as GrafanaLiveSrv);
    const stored = jest.spyOn(DataSourceWithBackend.prototype, 'query').mockReturnValue(of({ data: ['stored'] }));
    const { datasource } = testDatasource({ variables: { app: { value: 'shop' } } });
    const filters = [{ field: 'app', operator: '=' as const, value: '$app' }];

    const answers = await lastValueFrom(datasource.query(request([events, { ...live, filters }])).pipe(toArray()));

    expect(answers.map(({ data }) => data)).toEqual([['stored'], [{ fields: [], refId: 'L' }]]);
    expect(stored).toHaveBeenCalledWith(expect.objectContaining({ targets: [events] }));
    expect(getDataStream).toHaveBeenCalledWith(
      expect.objectContaining({
        addr: { scope: 'ds', stream: 'seamark', namespace: 'seamark', path: 'live/shop' },
        buffer: expect.objectContaining({ maxDelta: 3_600_000 }),
      })
    );
  });
  it('ask the server nothing where there is nothing stored to ask', async () => {
    setGrafanaLiveSrv({ getDataStream: () => of({ data: [] }) } as unknown as GrafanaLiveSrv);
    const stored = jest.spyOn(DataSourceWithBackend.prototype, 'query');
    const { datasource } = testDatasource();
    await lastValueFrom(datasource.query(request([live])));
    expect(stored).not.toHaveBeenCalled();
  });
});

describe('the volume above log lines', () => {
  const logs: SeamarkQuery = { ...events, format: 'logs', limit: 100, groupBy: ['browser'] };

  it('counts the same rows over the whole range', () => {
    const { datasource } = testDatasource();
    expect(datasource.getSupplementaryRequest(SupplementaryQueryType.LogsVolume, request([logs]))?.targets).toEqual([
      { refId: 'volume-A', kind: 'events', calculation: 'count', format: 'time_series' },
    ]);
  });
  it.each([
    ['another format', { ...logs, format: 'table' as const }],
    ['a hidden query', { ...logs, hide: true }],
    ['a live query', { ...logs, live: true }],
  ])('is not asked for %s', (_, query) => {
    const { datasource } = testDatasource();
    expect(datasource.getSupplementaryRequest(SupplementaryQueryType.LogsVolume, request([query]))).toBeUndefined();
    expect(datasource.getSupplementaryQuery({ type: SupplementaryQueryType.LogsVolume }, query)).toBeUndefined();
  });
  it('is the only addition on offer', () => {
    const { datasource } = testDatasource();
    expect(datasource.getSupplementaryRequest(SupplementaryQueryType.LogsSample, request([logs]))).toBeUndefined();
  });
});
